package dk.genvej.check;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postgresql.PGConnection;

/** The two ways a database comes back: its folder copied, or its rows into a new cluster. */
final class Backup {

  private static final String TABLES =
      """
      select c.relname, string_agg(quote_ident(a.attname), ', ' order by a.attnum)
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
             and not a.attisdropped and a.attgenerated = ''
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
         and not c.relispartition and c.relname not like 'flyway%'
       group by c.relname
      """;

  private Backup() {}

  /** Of a database that is stopped. */
  static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(folder, target(folder), StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(
                file,
                target(file),
                StandardCopyOption.COPY_ATTRIBUTES,
                java.nio.file.LinkOption.NOFOLLOW_LINKS);
            return FileVisitResult.CONTINUE;
          }

          private Path target(Path file) {
            return to.resolve(from.relativize(file).toString());
          }
        });
  }

  /** All rows, as a dump holds them: nothing of the cluster they came from. */
  static void rows(Connection from, Connection to) throws SQLException, IOException {
    var tables = tables(from);
    to.setAutoCommit(false);
    from.setAutoCommit(false);
    try (var statement = to.createStatement();
        var snapshot = from.createStatement()) {
      snapshot.execute("set transaction isolation level repeatable read");
      statement.execute("set local session_replication_role = replica");
      statement.execute("truncate " + String.join(", ", tables.keySet()) + " cascade");
      for (var table : tables.entrySet()) {
        rows(table.getKey(), table.getValue(), from, to);
      }
    }
    to.commit();
    from.commit();
  }

  private static void rows(String table, String columns, Connection from, Connection to)
      throws SQLException, IOException {
    var rows = new ByteArrayOutputStream();
    from.unwrap(PGConnection.class)
        .getCopyAPI()
        .copyOut("copy (select " + columns + " from " + table + ") to stdout", rows);
    to.unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn(
            "copy " + table + " (" + columns + ") from stdin",
            new ByteArrayInputStream(rows.toByteArray()));
  }

  private static Map<String, String> tables(Connection connection) throws SQLException {
    var tables = new LinkedHashMap<String, String>();
    try (var query = connection.createStatement();
        var rows = query.executeQuery(TABLES)) {
      while (rows.next()) {
        tables.put(rows.getString(1), rows.getString(2));
      }
    }
    return tables;
  }
}
