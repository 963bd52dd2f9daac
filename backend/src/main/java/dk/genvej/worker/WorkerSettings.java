package dk.genvej.worker;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * @param threads how many tasks an instance runs at the same time
 * @param pollMillis how often an instance looks for a task that is due
 */
@ConfigurationProperties("genvej.worker")
record WorkerSettings(
    @Bindable(defaultValue = "3") int threads, @Bindable(defaultValue = "1000") int pollMillis) {}
