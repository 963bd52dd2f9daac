package dk.genvej.device;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * @param oldestClient the oldest client that is given data; an older one may still send (R88)
 */
@ConfigurationProperties("genvej.sync")
record DeviceSettings(@Bindable(defaultValue = "1.0.0") String oldestClient) {}
