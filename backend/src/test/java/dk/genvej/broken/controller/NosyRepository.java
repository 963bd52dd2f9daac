package dk.genvej.broken.controller;

/** What a controller must not touch. */
public interface NosyRepository {

  int rows();
}
