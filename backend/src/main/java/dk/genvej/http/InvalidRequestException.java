package dk.genvej.http;

import dk.genvej.shared.ProblemCode;
import java.util.List;

/** A request that breaks the contract before any rule of the field is asked. */
public final class InvalidRequestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ProblemCode code;
  private final transient List<Violation> violations;

  InvalidRequestException(ProblemCode code, List<Violation> violations) {
    super(code.name(), null, false, false);
    this.code = code;
    this.violations = List.copyOf(violations);
  }

  public ProblemCode code() {
    return code;
  }

  List<Violation> violations() {
    return violations;
  }
}
