package dk.genvej.shared;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of a code list in {@code registry/}: our code, its titles, and, where KL's classification
 * has the same notion, the UUID to report and the older key people still know it by.
 */
public record CodeEntry(String code, @Nullable UUID uuid, @Nullable String legacy, Title title) {}
