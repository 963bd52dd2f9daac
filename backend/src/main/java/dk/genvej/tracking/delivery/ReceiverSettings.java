package dk.genvej.tracking.delivery;

import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A receiver of outcomes: {@code genvej.tracking.receivers.NAME}. Either a fixed token, or client
 * credentials that tokens are fetched with (RFC 6749 § 4.4).
 *
 * @param name names it in deliveries, for ever
 * @param url before {@code /outcomes} and {@code /reconciliation}
 * @param municipalities whose outcomes it is told
 * @param timeoutSeconds for one answer
 */
@EachProperty("genvej.tracking.receivers")
public record ReceiverSettings(
    @Parameter String name,
    String url,
    List<Integer> municipalities,
    @Nullable String token,
    @Nullable String tokenUrl,
    @Nullable String clientId,
    @Nullable String clientSecret,
    @Bindable(defaultValue = "10") int timeoutSeconds) {}
