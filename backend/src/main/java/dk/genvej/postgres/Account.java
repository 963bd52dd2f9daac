package dk.genvej.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * As whom the server's programs run. PostgreSQL refuses to run as root, and containers and small
 * machines often have nothing else.
 *
 * <p>Every prefix also asks the kernel to send SIGINT (PostgreSQL's fast, clean shutdown) when the
 * thread that started the program ends, which is what takes the server down with a killed JVM. See
 * setpriv(1) and PR_SET_PDEATHSIG in prctl(2). The last program of a prefix becomes the server: the
 * process id stays.
 */
enum Account {
  /** An ordinary user with a name. */
  SELF,

  /**
   * Root in a user namespace without a map: it sees itself as "nobody" and has no rights over
   * others, yet the files stay root's. Nothing has to change hands. Also for a user number that has
   * no name, as containers give out at random: initdb refuses it, "nobody" it takes.
   */
  NAMESPACE,

  /**
   * Root where namespaces are refused (a container's seccomp profile): really become "nobody", to
   * whom the home is handed over.
   */
  NOBODY;

  private static final int ROOT_ID = 0;

  /** The kernel's overflow id, "nobody" on every distribution. */
  private static final int NOBODY_ID = 65_534;

  /** What to put before a program; setpriv sets the signal after the ids, which would reset it. */
  List<String> prefix() {
    return switch (this) {
      case SELF -> List.of("setpriv", "--pdeathsig", "INT");
      case NAMESPACE -> List.of("setpriv", "--pdeathsig", "INT", "unshare", "-U");
      case NOBODY ->
          List.of(
              "setpriv",
              "--reuid=" + NOBODY_ID,
              "--regid=" + NOBODY_ID,
              "--clear-groups",
              "--pdeathsig",
              "INT");
    };
  }

  /** Tries rather than guesses: what refuses namespaces (seccomp, sysctl, LSM) is many things. */
  static Account choose(Launcher launcher) throws IOException {
    var root = isRoot();
    if (!root && launcher.ask("id", "-un").succeeded()) {
      return SELF;
    }
    if (launcher.ask("unshare", "-U", "true").succeeded()) {
      return NAMESPACE;
    }
    return root ? NOBODY : SELF;
  }

  /** Makes the home readable for this account, also after a start under another one. */
  void takeOver(Path home, Launcher launcher) throws IOException {
    if (isRoot()) {
      Folders.own(home, this == NOBODY ? NOBODY_ID : ROOT_ID);
    }
    // A folder above it may be closed to whoever isn't really root; initdb would blame a library.
    var look = launcher.ask(prefix(), "ls", "-d", home.resolve(".").toString());
    if (!look.succeeded()) {
      throw Diagnosis.of(look.output(), home);
    }
  }

  static boolean isRoot() throws IOException {
    return Folders.attribute(Path.of("/proc/self/status"), "unix:uid").equals(ROOT_ID);
  }
}
