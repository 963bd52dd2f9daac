package dk.genvej.broken.controller;

/** Broken on purpose: it asks the repository itself. */
public record NosyController(NosyRepository repository) {}
