package dk.genvej.sync;

import dk.genvej.access.Actor;
import dk.genvej.access.Assignment;
import dk.genvej.api.model.Mutation;
import dk.genvej.http.Contract;
import dk.genvej.http.Edge;
import dk.genvej.http.QueuedBodies;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.RefusalException;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import io.micronaut.context.BeanContext;
import io.micronaut.http.annotation.Controller;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.ExecutableMethod;
import io.micronaut.inject.qualifiers.Qualifiers;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a mutation by the very controller that would have answered it online, so that a queue
 * meets the same contract, services and rules as a request.
 */
@Singleton
public class Dispatch {

  private final BeanContext beans;
  private final Contract contract;
  private final QueuedBodies bodies;
  private final Edge edge;
  private final Map<String, DispatchTarget> targets;
  private final Map<String, Object> controllers = new ConcurrentHashMap<>();

  Dispatch(BeanContext beans, Contract contract, QueuedBodies bodies, Edge edge) {
    this.beans = beans;
    this.contract = contract;
    this.bodies = bodies;
    this.edge = edge;
    this.targets = targets();
  }

  /**
   * Carries it out in the given unit of work; a refusal is thrown as online. The body is judged,
   * the author's role is not: whoever calls has seen to that.
   */
  public Written run(Work itemWork, Mutation mutation) {
    return run(itemWork, prepare(mutation)).written();
  }

  Edge.Landed run(Work itemWork, DispatchCall call) {
    var target = call.target();
    var controller =
        Objects.requireNonNull(
            controllers.computeIfAbsent(
                target.operation(), _ -> beans.getBean(target.controller())));
    return edge.item(itemWork, () -> invoke(target.method(), controller, target.arguments(call)));
  }

  /**
   * Reads address and body.
   *
   * @throws RefusalException OPERATION_NOT_QUEUED, or that the body breaks the contract
   */
  DispatchCall prepare(Mutation mutation) {
    return prepare(mutation, true);
  }

  /**
   * @param judged false for one whose id is in the ledger: only whether it is the same is of
   *     interest
   */
  DispatchCall prepare(Mutation mutation, boolean judged) {
    var target = target(mutation.getOperation());
    var given = DispatchPath.ids(mutation.getPath());
    if (!given.keySet().containsAll(target.pathNames())) {
      throw RefusalException.of(ProblemCode.OPERATION_NOT_QUEUED);
    }
    var ids =
        target.pathNames().stream()
            .collect(Collectors.toMap(Function.identity(), name -> given.get(name)));
    var body = body(target, mutation, judged);
    var hash = bodies.hash(target.operation(), ids, mutation.getBaseVersion(), body);
    return new DispatchCall(target, ids, body, hash);
  }

  /** As the gate does for a request: before anything is fetched. */
  void requireRole(String operation, Actor actor) {
    var allowed = contract.rolesOf(operation).orElseThrow();
    if (actor.assignments().stream().map(Assignment::role).noneMatch(allowed::contains)) {
      throw RefusalException.of(ProblemCode.ROLE_NOT_ALLOWED);
    }
  }

  private DispatchTarget target(String operation) {
    var target = targets.get(operation);
    if (target == null) {
      throw RefusalException.of(ProblemCode.OPERATION_NOT_QUEUED);
    }
    return target;
  }

  private @Nullable Object body(DispatchTarget target, Mutation mutation, boolean judged) {
    var type = target.body();
    if (type == null) {
      return null;
    }
    var body = Objects.requireNonNullElse(mutation.getBody(), Map.<String, Object>of());
    return judged ? bodies.read(type, body) : bodies.readAgain(type, body);
  }

  @SuppressWarnings("unchecked")
  private static void invoke(
      ExecutableMethod<?, ?> method, Object controller, @Nullable Object[] arguments) {
    ((ExecutableMethod<Object, Object>) method).invoke(controller, arguments);
  }

  private Map<String, DispatchTarget> targets() {
    return beans.getBeanDefinitions(Qualifiers.byStereotype(Controller.class)).stream()
        .flatMap(this::writing)
        .collect(Collectors.toUnmodifiableMap(DispatchTarget::operation, Function.identity()));
  }

  private java.util.stream.Stream<DispatchTarget> writing(BeanDefinition<?> controller) {
    return controller.getExecutableMethods().stream()
        .filter(method -> contract.writes(method.getMethodName()))
        .map(method -> DispatchTarget.of(controller, method));
  }
}
