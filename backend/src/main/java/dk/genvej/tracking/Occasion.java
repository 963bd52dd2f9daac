package dk.genvej.tracking;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Why and when outcomes are written.
 *
 * @param causes what was changed, by course; none for one that is found afterwards
 */
record Occasion(Instant at, boolean historic, Map<UUID, List<Cause>> causes) {}
