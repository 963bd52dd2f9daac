package dk.genvej.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dk.genvej.access.Identity;
import dk.genvej.access.TokenJudge;
import dk.genvej.check.ServerProperties;
import dk.genvej.database.Installation;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * The floor of a first sync: the same rows by SQL and JSON written by hand, packed, on the JDK's
 * own HTTP server, behind the same token, row level security and access log.
 */
final class FloorServer implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ApplicationContext context;
  private final TokenJudge tokens;
  private final HikariDataSource pool;
  private final JsonFactory json = new JsonFactory();

  private FloorServer(HttpServer server, ApplicationContext context, HikariDataSource pool) {
    this.server = server;
    this.context = context;
    this.tokens = context.getBean(TokenJudge.class);
    this.pool = pool;
  }

  static FloorServer start(Ground ground, Installation installation) throws IOException {
    var settings = ServerProperties.of(installation, ground.issuer(), ground.home(), -1);
    var context =
        ApplicationContext.builder("bench").deduceEnvironment(false).properties(settings).start();
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var floor = new FloorServer(HttpServer.create(address, 0), context, pool(installation));
    floor.server.setExecutor(floor.threads);
    floor.server.createContext("/caseload", floor::answer);
    floor.server.start();
    return floor;
  }

  private static HikariDataSource pool(Installation installation) {
    var config = new HikariConfig();
    config.setJdbcUrl(installation.url());
    config.setUsername(Installation.APP);
    config.setPassword(installation.password());
    config.setMaximumPoolSize(16);
    config.setAutoCommit(false);
    return new HikariDataSource(config);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private void answer(HttpExchange exchange) throws IOException {
    var authorization = exchange.getRequestHeaders().getFirst("Authorization");
    var who = tokens.judge(authorization.substring("Bearer ".length())).orElseThrow();
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.getResponseHeaders().add("Content-Encoding", "gzip");
    try (exchange;
        var connection = pool.getConnection()) {
      var answer = new java.io.ByteArrayOutputStream(80_000);
      try (var packed = fast(answer)) {
        write(connection, who, packed);
      }
      connection.commit();
      exchange.sendResponseHeaders(200, answer.size());
      exchange.getResponseBody().write(answer.toByteArray());
    } catch (SQLException failed) {
      throw new IOException(failed);
    }
  }

  /** At the level the server packs with. */
  private static GZIPOutputStream fast(OutputStream to) throws IOException {
    return new GZIPOutputStream(to, 8192) {
      {
        def.setLevel(Deflater.BEST_SPEED);
      }
    };
  }

  private void write(Connection connection, Identity who, OutputStream to)
      throws SQLException, IOException {
    var scope = FloorSql.arrive(connection, who);
    UUID[] citizens;
    try (var out = json.createGenerator(to)) {
      out.writeStartObject();
      citizens = rows(connection, out, "markers", FloorSql.SCOPE, who.municipality(), scope);
      for (var part : FloorSql.PARTS.entrySet()) {
        rows(connection, out, part.getKey(), part.getValue(), who.municipality(), citizens);
      }
      out.writeEndObject();
    }
    FloorSql.logAccess(connection, who, citizens);
  }

  /** Every row as an object of what is not null; answers the citizens. */
  private static UUID[] rows(
      Connection connection,
      JsonGenerator out,
      String name,
      String sql,
      int municipality,
      Object whom)
      throws SQLException, IOException {
    out.writeArrayFieldStart(name);
    var citizens = new java.util.ArrayList<UUID>();
    try (var query = connection.prepareStatement(sql)) {
      query.setInt(1, municipality);
      if (whom instanceof UUID[] ids) {
        query.setArray(2, connection.createArrayOf("uuid", ids));
      } else {
        query.setObject(2, whom);
      }
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          object(rows, out);
          citizens.add(rows.getObject("citizen_id", UUID.class));
        }
      }
    }
    out.writeEndArray();
    return citizens.toArray(UUID[]::new);
  }

  private static void object(ResultSet rows, JsonGenerator out) throws SQLException, IOException {
    var columns = rows.getMetaData();
    out.writeStartObject();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      var value = rows.getString(i);
      if (value != null) {
        out.writeStringField(columns.getColumnName(i), value);
      }
    }
    out.writeEndObject();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
    pool.close();
    context.close();
  }
}
