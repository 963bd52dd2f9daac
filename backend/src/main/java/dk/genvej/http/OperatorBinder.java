package dk.genvej.http;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.security.Principal;

/** Tells the health endpoint whether it is an operator who asks ({@link OperatorGate}). */
@Singleton
final class OperatorBinder implements TypedRequestArgumentBinder<Principal> {

  static final String ATTRIBUTE = "genvej.operator";

  @Override
  public Argument<Principal> argumentType() {
    return Argument.of(Principal.class);
  }

  @Override
  public BindingResult<Principal> bind(
      ArgumentConversionContext<Principal> context, HttpRequest<?> source) {
    var operator = source.getAttribute(ATTRIBUTE, Principal.class);
    return () -> operator;
  }
}
