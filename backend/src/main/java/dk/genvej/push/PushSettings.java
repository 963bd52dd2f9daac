package dk.genvej.push;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * @param keyFile the service account's key; without one nobody is pushed to, and health says so
 * @param project null takes the key's own
 * @param baseAddress where a stand-in of FCM listens; null, and only then, means Google's
 * @param threads requests to FCM at once
 * @param readTime of one request
 * @param batchTime of a batch; then what is not answered is given up for now
 */
@ConfigurationProperties("genvej.push")
public record PushSettings(
    @Nullable String keyFile,
    @Nullable String project,
    @Nullable String baseAddress,
    @Bindable(defaultValue = "16") int threads,
    @Bindable(defaultValue = "2s") Duration connectTime,
    @Bindable(defaultValue = "5s") Duration readTime,
    @Bindable(defaultValue = "20s") Duration batchTime) {}
