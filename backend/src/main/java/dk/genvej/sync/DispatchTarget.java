package dk.genvej.sync;

import io.micronaut.core.type.Argument;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.ExecutableMethod;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A controller's method that carries out one operation of the API. */
record DispatchTarget(
    String operation,
    BeanDefinition<?> controller,
    ExecutableMethod<?, ?> method,
    List<String> pathNames,
    @Nullable Argument<?> body) {

  private static final String BODIES = "dk.genvej.api.model";

  static DispatchTarget of(BeanDefinition<?> controller, ExecutableMethod<?, ?> method) {
    var arguments = method.getArguments();
    return new DispatchTarget(
        method.getMethodName(),
        controller,
        method,
        Stream.of(arguments).filter(one -> !isBody(one)).map(Argument::getName).toList(),
        Stream.of(arguments).filter(DispatchTarget::isBody).findFirst().orElse(null));
  }

  private static boolean isBody(Argument<?> argument) {
    return argument.getType().getPackageName().equals(BODIES);
  }

  /** The arguments in their order. */
  @Nullable Object[] arguments(DispatchCall call) {
    return Stream.of(method.getArguments())
        .map(one -> isBody(one) ? call.body() : call.ids().get(one.getName()))
        .toArray();
  }
}
