package dk.genvej.work;

import java.util.UUID;

/** What a write leaves behind: the record and its new version. All that a repeated write needs. */
public record Written(UUID id, int version) {}
