package dk.genvej.goal;

/** One scale of one version of an instrument: what scores must share to be compared. */
public record ScaleKey(String instrument, String version, String scale) {}
