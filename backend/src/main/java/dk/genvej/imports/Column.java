package dk.genvej.imports;

/**
 * A column of a file.
 *
 * @param needed whether it must stand in the header and have a value on every line
 */
record Column(String name, boolean needed) {

  static Column needed(String name) {
    return new Column(name, true);
  }

  static Column optional(String name) {
    return new Column(name, false);
  }
}
