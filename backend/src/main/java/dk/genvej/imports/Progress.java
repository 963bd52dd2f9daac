package dk.genvej.imports;

/** Told after every commit how far an import has come. */
@FunctionalInterface
public interface Progress {

  void at(int done, int all);

  static Progress silent() {
    return (_, _) -> {};
  }
}
