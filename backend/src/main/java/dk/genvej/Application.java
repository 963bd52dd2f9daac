package dk.genvej;

import dk.genvej.command.GenvejCommand;

/** The one entry: {@code genvej demo | serve | migrate | import | walk | ...}. */
public final class Application {

  private Application() {}

  public static void main(String[] args) {
    System.exit(GenvejCommand.run(args));
  }
}
