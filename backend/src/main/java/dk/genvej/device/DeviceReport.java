package dk.genvej.device;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a device says of itself when it pulls.
 *
 * @param waiting writes that wait on it
 * @param needAttention how many of them the person must decide about
 * @param oldestWaiting by the device's clock, to the microsecond as the database keeps it
 */
record DeviceReport(
    int waiting, int needAttention, @Nullable Instant oldestWaiting, String clientVersion) {}
