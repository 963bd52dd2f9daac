package dk.genvej.http;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import org.jspecify.annotations.Nullable;

/**
 * @param tokenFile holds the secret that operators' tools show; without one nobody sees figures
 * @param open true shows them to everybody, as a demo does that only its own machine reaches
 */
@ConfigurationProperties("genvej.operator")
record OperatorSettings(
    @Nullable String tokenFile, @Bindable(defaultValue = "false") boolean open) {}
