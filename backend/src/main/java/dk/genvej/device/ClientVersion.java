package dk.genvej.device;

import java.util.Comparator;

/** A version of the program on a device. By number: 1.10.0 is later than 1.9.3. */
record ClientVersion(int major, int minor, int patch) implements Comparable<ClientVersion> {

  private static final Comparator<ClientVersion> ORDER =
      Comparator.comparingInt(ClientVersion::major)
          .thenComparingInt(ClientVersion::minor)
          .thenComparingInt(ClientVersion::patch);

  /** Three numbers with points between, as the contract has it. */
  static ClientVersion parse(String text) {
    var parts = text.split("\\.", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("a client version has three numbers: " + text);
    }
    return new ClientVersion(
        Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
  }

  boolean olderThan(ClientVersion other) {
    return compareTo(other) < 0;
  }

  @Override
  public int compareTo(ClientVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
