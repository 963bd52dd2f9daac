package dk.genvej.exports;

/** Told on the way how far an export has come. */
@FunctionalInterface
public interface ExportProgress {

  void reached(long done, long all);

  static ExportProgress silent() {
    return (_, _) -> {};
  }
}
