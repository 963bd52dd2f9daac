package dk.genvej.demo;

/** Is told how far long work has come. */
public interface DemoProgress {

  void reached(String work, long done, long total);

  static DemoProgress silent() {
    return (_, _, _) -> {};
  }
}
