package dk.genvej.http;

import dk.genvej.shared.ProblemCode;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** The database is the last guard: its constraints speak by name, and each name is a problem. */
final class DatabaseProblems {

  private static final Map<String, ProblemCode> BY_CONSTRAINT =
      Map.ofEntries(
          Map.entry("citizen_cpr", ProblemCode.CPR_ALREADY_REGISTERED),
          Map.entry("citizen_protection_days", ProblemCode.PERIOD_REVERSED),
          Map.entry("course_open", ProblemCode.COURSE_ALREADY_OPEN),
          Map.entry("pause_days", ProblemCode.PERIOD_REVERSED),
          Map.entry("care_grant_days", ProblemCode.PERIOD_REVERSED),
          Map.entry("agreement_days", ProblemCode.PERIOD_REVERSED),
          Map.entry("goal_days", ProblemCode.BASELINE_AFTER_TARGET),
          Map.entry("condition_once", ProblemCode.CONDITION_ALREADY_RECORDED),
          Map.entry("setting_once_a_day", ProblemCode.SETTING_DATE_TAKEN),
          Map.entry("substitution_of_another", ProblemCode.SUBSTITUTE_IS_ABSENT),
          Map.entry("substitution_days", ProblemCode.PERIOD_REVERSED));

  /** Connection, serialization and deadlock, resources, operator. */
  private static final List<String> PASSING = List.of("08", "40", "53", "55", "57");

  private DatabaseProblems() {}

  /** Empty for a failure that is nobody's fault but ours. */
  static Optional<ProblemCode> of(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLTransientConnectionException) {
        return Optional.of(ProblemCode.UNAVAILABLE);
      }
      if (cause instanceof SQLException sql && !wrapped(sql)) {
        return ofSql(sql);
      }
    }
    return Optional.empty();
  }

  /** The database was busy or away, or two writers waited for each other. */
  static boolean passing(Throwable failure) {
    return PASSING.stream().anyMatch(state(failure)::startsWith);
  }

  /** Empty when it did not come from the database. */
  static String state(Throwable failure) {
    return sql(failure)
        .map(sql -> Optional.ofNullable(sql.getSQLState()).orElse("unknown"))
        .orElse("");
  }

  /** A batch tells what was wrong with it by its cause. */
  private static boolean wrapped(SQLException sql) {
    return sql instanceof BatchUpdateException && sql.getCause() instanceof SQLException;
  }

  private static Optional<SQLException> sql(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return Optional.of(sql);
      }
    }
    return Optional.empty();
  }

  private static Optional<ProblemCode> ofSql(SQLException sql) {
    var state = Optional.ofNullable(sql.getSQLState()).orElse("");
    if (state.startsWith("08") || state.startsWith("57P") || state.startsWith("40")) {
      return Optional.of(ProblemCode.UNAVAILABLE);
    }
    var constraint = constraint(sql);
    if (state.equals("23505") && constraint.endsWith("_pkey")) {
      return Optional.of(ProblemCode.ID_TAKEN);
    }
    if (state.equals("23503")) {
      return Optional.of(ProblemCode.REFERENCE_NOT_FOUND);
    }
    return Optional.ofNullable(BY_CONSTRAINT.get(constraint));
  }

  private static String constraint(SQLException sql) {
    return sql instanceof PSQLException failed && failed.getServerErrorMessage() != null
        ? Optional.ofNullable(failed.getServerErrorMessage().getConstraint()).orElse("")
        : "";
  }
}
