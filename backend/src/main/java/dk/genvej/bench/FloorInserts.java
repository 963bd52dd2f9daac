package dk.genvej.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.genvej.access.Identity;
import dk.genvej.shared.Ids;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The floor of a queue: the rows it leaves behind, those of logs, events and ledger among them, by
 * one UNNEST for each table on an open connection. Row level security and triggers hold; nobody
 * judges a body, asks for access, looks into the ledger or answers.
 */
final class FloorInserts {

  private static final String MARKERS =
      """
      update citizen_change set seq = seq + 1, raised_in = pg_current_xact_id()
       where municipality_id = ? and citizen_id = any(?)
      """;

  private static final String VISITS =
      record(
          "visit",
          "state, contact_type, visitor_id, held_at, minutes, note",
          "'HELD', 'HOME', n.author, now(), 45, n.text");

  private static final String SCORES =
      record(
          "score",
          "instrument, instrument_version, phase, scorer, scored_on, items",
          "'PSFS', '1', 'INTERIM', 'CITIZEN', current_date, n.text::jsonb");

  private static final String NOTES = record("note", "text", "n.text");

  private static final String LEDGER =
      """
      insert into mutation (municipality_id, id, user_id, operation, body_hash, status, resource_id, version, recorded_at, received_at)
      select ?, n.made, n.author, n.text, sha256(n.id::text::bytea), 201, n.id, 1, now(), now() from %s
      """;

  private static final String CHANGE_LOG =
      """
      insert into change_log (municipality_id, received_at, id, citizen_id, course_id, record_type, record_id, version, operation,
             author_id, mutation_id, happened_at, recorded_at)
      select ?, now(), n.made, n.citizen, n.course, 'visit', n.id, 1, n.text, n.author, n.made, now(), now() from %s
      """;

  private static final String EVENTS =
      """
      insert into event (municipality_id, received_at, id, kind, citizen_id, course_id, record_type, record_id, version, historic)
      select ?, now(), n.made, n.text, n.citizen, n.course, 'visit', n.id, 1, false from %s
      """;

  private static final String ROWS =
      """
      unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::uuid[]) as n(id, citizen, course, text, made, author)
      """;

  private final Connection connection;

  FloorInserts(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
  }

  private static String record(String table, String columns, String values) {
    return """
    insert into %s (municipality_id, id, citizen_id, course_id, version, stamp_happened_at, stamp_recorded_at,
           stamp_received_at, stamp_author_id, stamp_mutation_id, %s)
    select ?, n.id, n.citizen, n.course, 1, now(), now(), now(), n.author, n.made, %s from %%s
    """
        .formatted(table, columns, values);
  }

  /** Milliseconds from the first statement to the end of the commit. */
  double write(Caseload caseload, Queue queue) throws SQLException {
    var visits = rows(caseload, queue, "recordVisit", "note");
    var scores = rows(caseload, queue, "recordScores", "items");
    var notes = rows(caseload, queue, "addNote", "text");
    var all = rows(caseload, queue, "", "");
    var citizens = caseload.citizens();
    var who = new Identity(caseload.municipality(), caseload.therapist().subject(), "", List.of());
    long began = System.nanoTime();
    FloorSql.arrive(connection, who);
    run(MARKERS, caseload, List.<Object[]>of(citizens.toArray()));
    run(VISITS, caseload, visits);
    run(SCORES, caseload, scores);
    run(NOTES, caseload, notes);
    run(LEDGER, caseload, all);
    run(CHANGE_LOG, caseload, all);
    run(EVENTS, caseload, all);
    connection.commit();
    return (System.nanoTime() - began) / 1e6;
  }

  /** What {@link #ROWS} binds, for one operation or all. */
  private static List<Object[]> rows(
      Caseload caseload, Queue queue, String operation, String text) {
    var places =
        IntStream.range(0, queue.mutations().size())
            .filter(i -> operation.isEmpty() || operation(queue, i).equals(operation))
            .toArray();
    var author = caseload.therapist().id();
    return List.of(
        ids(places, i -> UUID.fromString(body(queue, i).get("id").asText())),
        ids(places, i -> caseload.citizen(i % Caseload.CITIZENS)),
        ids(places, i -> caseload.course(i % Caseload.CITIZENS)),
        IntStream.of(places)
            .mapToObj(i -> text.isEmpty() ? operation(queue, i) : text(body(queue, i), text))
            .toArray(),
        ids(places, _ -> Ids.next()),
        ids(places, _ -> author));
  }

  private static Object[] ids(int[] places, java.util.function.IntFunction<UUID> id) {
    return IntStream.of(places).mapToObj(id).toArray();
  }

  private static String operation(Queue queue, int place) {
    return queue.mutations().get(place).get("operation").asText();
  }

  private static ObjectNode body(Queue queue, int place) {
    return (ObjectNode) queue.mutations().get(place).get("body");
  }

  private static String text(ObjectNode body, String name) {
    var value = body.get(name);
    return value.isTextual() ? value.textValue() : value.toString();
  }

  private void run(String sql, Caseload caseload, List<Object[]> arrays) throws SQLException {
    try (var insert = connection.prepareStatement(sql.formatted(ROWS))) {
      insert.setInt(1, caseload.municipality());
      for (int i = 0; i < arrays.size(); i++) {
        var type = arrays.get(i).length > 0 && arrays.get(i)[0] instanceof String ? "text" : "uuid";
        insert.setArray(i + 2, connection.createArrayOf(type, arrays.get(i)));
      }
      insert.executeUpdate();
    }
  }
}
