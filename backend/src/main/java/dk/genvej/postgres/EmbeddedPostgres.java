package dk.genvej.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A running PostgreSQL of this program's own. Ends with {@link #close()}, with the JVM, and also
 * with a JVM that is killed.
 *
 * <pre>{@code
 * try (var postgres = EmbeddedPostgres.start(PostgresOptions.at(folder))) {
 *   postgres.createDatabase("genvej");
 *   connect(postgres.jdbcUrl("genvej"), postgres.superuser(), postgres.password());
 * }
 * }</pre>
 */
public final class EmbeddedPostgres implements AutoCloseable {
  /** Always there; where the other databases are made from. */
  private static final String FIRST_DATABASE = "postgres";

  private final Home home;
  private final Launcher launcher;
  private final Postmaster postmaster;
  private final int port;
  private final String password;
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedPostgres(
      Home home, Launcher launcher, Postmaster postmaster, int port, String password) {
    this.home = home;
    this.launcher = launcher;
    this.postmaster = postmaster;
    this.port = port;
    this.password = password;
  }

  /**
   * Starts the database of a folder, making it first if there is none.
   *
   * @throws EmbeddedPostgresException with one sentence that tells what to do
   */
  public static EmbeddedPostgres start(PostgresOptions options) {
    Platform.current().requireSupported();
    var launcher = new Launcher();
    try {
      return start(options, launcher, Account.choose(launcher));
    } catch (IOException failure) {
      launcher.close();
      throw explained(failure, options);
    } catch (RuntimeException failure) {
      launcher.close();
      throw failure;
    }
  }

  static EmbeddedPostgres start(PostgresOptions options, Launcher launcher, Account account)
      throws IOException {
    var home = Home.hold(options.home());
    try {
      return start(options, home, launcher, account);
    } catch (IOException | RuntimeException failure) {
      home.close();
      throw failure;
    }
  }

  private static EmbeddedPostgres start(
      PostgresOptions options, Home home, Launcher launcher, Account account) throws IOException {
    if (home.hasData()) {
      Leftover.clear(home.data(), launcher);
    } else {
      Cluster.requireRoom(home.folder(), Files.getFileStore(home.folder()).getUsableSpace());
    }
    var binaries = Binaries.in(home, Platform.current(), launcher);
    home.requireMajor(binaries.major());
    var password = home.password();
    account.takeOver(home.folder(), launcher);
    if (!home.hasData()) {
      Cluster.create(home, binaries, account, options.durable(), launcher);
    }
    var port = Ports.choose(home, options.port());
    var postmaster = Postmaster.start(home, binaries, account, launcher, port, options);
    return new EmbeddedPostgres(home, launcher, postmaster, port, password);
  }

  private static EmbeddedPostgresException explained(IOException failure, PostgresOptions options) {
    var sentence = Diagnosis.of(String.valueOf(failure), options.home());
    return new EmbeddedPostgresException(String.valueOf(sentence.getMessage()), failure);
  }

  /** Address of one database on this server, without user and password. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://%s:%d/%s".formatted(Ports.HOST, port, database);
  }

  /** The role that may do everything: for migrations, never for requests. */
  public String superuser() {
    return Cluster.SUPERUSER;
  }

  /** The superuser's password, random for each home. */
  public String password() {
    return password;
  }

  /** TCP port on 127.0.0.1. */
  public int port() {
    return port;
  }

  /**
   * Makes a database unless there is one of that name.
   *
   * @param name lower-case letters, digits and underscores
   * @return whether it was made now
   */
  public boolean createDatabase(String name) throws SQLException {
    // The name can't be a statement parameter, so only what needs no quoting gets in.
    if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
      throw new IllegalArgumentException("Not a database name: " + name);
    }
    try (var connection = connect()) {
      if (hasDatabase(connection, name)) {
        return false;
      }
      try (var statement = connection.createStatement()) {
        statement.execute("create database \"" + name + "\"");
      }
      return true;
    }
  }

  private static boolean hasDatabase(Connection connection, String name) throws SQLException {
    try (var query = connection.prepareStatement("select from pg_database where datname = ?")) {
      query.setString(1, name);
      try (var rows = query.executeQuery()) {
        return rows.next();
      }
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl(FIRST_DATABASE), superuser(), password);
  }

  /** Stops the server cleanly and lets go of the folder; a second call does nothing. */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    try (home;
        launcher) {
      postmaster.stop();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
