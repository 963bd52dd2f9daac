package dk.genvej;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The rules of the house about what may know what, each for any root package, so that a
 * deliberately broken sample can be held against the very same rule.
 */
final class ArchitectureRules {

  /** From the ground up: a package knows those of earlier lines, and none of its own. */
  static final List<Set<String>> ORDER =
      List.of(
          Set.of("shared"),
          Set.of("access", "audit"),
          Set.of("work"),
          Set.of("settings", "http", "worker"),
          Set.of("citizen"),
          Set.of("referral"),
          Set.of("course"),
          Set.of("goal", "visit", "agreement"),
          Set.of("evaluation"),
          Set.of("followup"),
          Set.of(
              "reference",
              "administration",
              "logcontrol",
              "overview",
              "print",
              "device",
              "notification"),
          Set.of("push", "sync"),
          Set.of("tracking"));

  /** What an installation needs before there is a field; the field knows none of it. */
  static final List<Set<String>> MACHINERY =
      List.of(Set.of("postgres", "receiver"), Set.of("database"));

  /** What starts the others, and may know all of them. */
  static final Set<String> OUTERMOST =
      Set.of("", "command", "demo", "imports", "exports", "check", "bench");

  /** Whose plain classes are rules of the field. */
  static final Set<String> WITH_RULES =
      Set.of(
          "settings",
          "citizen",
          "referral",
          "course",
          "goal",
          "visit",
          "agreement",
          "evaluation",
          "followup",
          "administration",
          "logcontrol",
          "device",
          "notification",
          "tracking");

  /** Pure as a whole, in a package that has input and output besides. */
  private static final List<String> PURE = List.of(".tracking.fhir", ".tracking.gateway.contract");

  /** Reads and sends by most of its classes; what is pure of it lies below it, in {@link #PURE}. */
  private static final String WITHOUT_RULES = ".tracking.gateway";

  /** Not rules by their name; what else is a bean says so by its annotation. */
  private static final List<String> NOT_RULES =
      List.of(
          "Service",
          "Repository",
          "Client",
          "Controller",
          "Views",
          "Mapper",
          "Listener",
          "Part",
          "Page");

  private static final Set<String> BEANS =
      Set.of(
          "jakarta.inject.Singleton",
          "io.micronaut.context.annotation.Factory",
          "io.micronaut.context.annotation.ConfigurationProperties",
          "io.micronaut.context.annotation.EachProperty",
          "io.micronaut.data.jdbc.annotation.JdbcRepository",
          "io.micronaut.http.annotation.Controller");

  private static final List<String> MAPPING =
      List.of(
          "io.micronaut.core.annotation.",
          "io.micronaut.data.annotation.",
          "io.micronaut.data.model.DataType",
          "io.micronaut.data.model.naming.",
          "io.micronaut.serde.config.naming.",
          "io.micronaut.serde.annotation.",
          "com.fasterxml.jackson.annotation.");

  private static final List<String> INPUT_AND_OUTPUT =
      List.of("java.sql.", "java.net.", "java.nio.file.", "java.io.");

  private ArchitectureRules() {}

  static ArchRule noCycles(String root) {
    return slices().matching(root + ".(*)..").should().beFreeOfCycles();
  }

  static ArchRule followTheOrder(String root) {
    return classes()
        .should(
            dependOnly(
                "know only what lies below them",
                (from, to) -> allowed(field(root, from), field(root, to))));
  }

  /** The packages below a root that stand in none of the constants. */
  static Stream<String> unplaced(Stream<String> packages) {
    return packages.filter(
        name -> level(ORDER, name) < 0 && level(MACHINERY, name) < 0 && !OUTERMOST.contains(name));
  }

  static ArchRule rulesArePure(String root) {
    return classes()
        .that(is("are rules", type -> isRule(root, type)))
        .should(
            dependOnly(
                "know only the JDK without input and output, other rules and mapping annotations",
                (from, to) -> pure(root, to)));
  }

  static ArchRule readNoClock(String clock) {
    return classes()
        .that(is("are not the clock", type -> !outermost(type).getName().equals(clock)))
        .should(
            new ArchCondition<JavaClass>("read no clock") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                type.getMethodCallsFromSelf().stream()
                    .filter(ArchitectureRules::readsAClock)
                    .forEach(
                        call ->
                            events.add(SimpleConditionEvent.violated(call, call.getDescription())));
              }
            });
  }

  static ArchRule controllersTouchOnlyServicesAndViews() {
    return classes()
        .that(is("are controllers", type -> outermost(type).getSimpleName().endsWith("Controller")))
        .should(
            dependOnly(
                "know no repository, transaction or database", (from, to) -> !behindAService(to)));
  }

  private static boolean behindAService(JavaClass to) {
    var name = outermost(to).getName();
    return Stream.of("Repository", ".Transactions", "DataSource").anyMatch(name::endsWith)
        || Stream.of(
                "java.sql.", "io.micronaut.data.", "io.micronaut.transaction.", "dk.genvej.audit.")
            .anyMatch(name::startsWith);
  }

  private static boolean allowed(Optional<String> from, Optional<String> to) {
    if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
      return true;
    }
    if (OUTERMOST.contains(from.get())) {
      return true;
    }
    return below(ORDER, from.get(), to.get()) || below(MACHINERY, from.get(), to.get());
  }

  private static boolean below(List<Set<String>> order, String from, String to) {
    int level = level(order, to);
    return level >= 0 && level < level(order, from);
  }

  private static int level(List<Set<String>> order, String name) {
    for (int i = 0; i < order.size(); i++) {
      if (order.get(i).contains(name)) {
        return i;
      }
    }
    return -1;
  }

  /** The package below the root; empty outside it, and for the contract's own types and client. */
  static Optional<String> field(String root, JavaClass type) {
    var name = type.getPackageName();
    if (name.equals(root)) {
      return Optional.of("");
    }
    return name.startsWith(root + ".")
        ? Optional.of(name.substring(root.length() + 1).split("\\.")[0])
            .filter(f -> !f.equals("api") && !f.equals("client"))
        : Optional.empty();
  }

  private static boolean isRule(String root, JavaClass type) {
    var ofTheField =
        field(root, type).filter(WITH_RULES::contains).isPresent()
            && !type.getPackageName().equals(root + WITHOUT_RULES);
    return (ofTheField || PURE.stream().anyMatch(one -> type.getPackageName().equals(root + one)))
        && !isBean(type)
        && !type.getSimpleName().equals("package-info")
        && NOT_RULES.stream().noneMatch(outermost(type).getSimpleName()::endsWith);
  }

  private static boolean isBean(JavaClass type) {
    return BEANS.stream().anyMatch(outermost(type)::isAnnotatedWith);
  }

  private static boolean pure(String root, JavaClass to) {
    var name = to.getName();
    var field = field(root, to);
    if (field.isPresent()) {
      var known = field.get();
      return isRule(root, to)
          || ((known.equals("shared") || known.equals("access")) && !isBean(to));
    }
    if (name.startsWith("java.")) {
      return name.equals("java.io.Serializable")
          || INPUT_AND_OUTPUT.stream().noneMatch(name::startsWith);
    }
    return to.isPrimitive()
        || name.startsWith("org.jspecify.")
        || MAPPING.stream().anyMatch(name::startsWith);
  }

  private static boolean readsAClock(JavaMethodCall call) {
    var owner = call.getTargetOwner().getName();
    var name = call.getName();
    boolean now =
        owner.startsWith("java.time.")
            && name.equals("now")
            && call.getTarget().getRawParameterTypes().stream()
                .noneMatch(type -> type.isEquivalentTo(Clock.class));
    return now
        || (owner.equals("java.time.Clock") && name.startsWith("system"))
        || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"));
  }

  private static JavaClass outermost(JavaClass type) {
    var outer = type;
    while (outer.getEnclosingClass().isPresent()) {
      outer = outer.getEnclosingClass().get();
    }
    return outer;
  }

  private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> is(
      String what, Function<JavaClass, Boolean> holds) {
    return com.tngtech.archunit.base.DescribedPredicate.describe(what, holds::apply);
  }

  private static ArchCondition<JavaClass> dependOnly(
      String what, java.util.function.BiPredicate<JavaClass, JavaClass> allowed) {
    return new ArchCondition<>(what) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (Dependency one : type.getDirectDependenciesFromSelf()) {
          var target = one.getTargetClass().getBaseComponentType();
          if (!allowed.test(one.getOriginClass(), target)) {
            events.add(SimpleConditionEvent.violated(one, one.getDescription()));
          }
        }
      }
    };
  }
}
