package dk.genvej.tracking.gateway;

import dk.genvej.course.CodeRegistry;
import dk.genvej.course.GrantCode;
import dk.genvej.shared.CodeEntry;
import dk.genvej.shared.Title;
import dk.genvej.tracking.gateway.contract.KnownCodes;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** KL's classification as reports need it: codes and their own titles, by our names. */
@Singleton
public class Classification {

  private static final Title UNKNOWN = new Title("?", "?");

  private final CodeRegistry registry;

  public Classification(CodeRegistry registry) {
    this.registry = registry;
  }

  /**
   * Every code a report may hold.
   *
   * @param chosen interventions that a municipality has named for the help that is left, by code
   */
  public KnownCodes known(Map<String, Title> chosen) {
    var interventions = new HashMap<>(interventions(true));
    interventions.putAll(chosen);
    return new KnownCodes(
        registry.conditions().stream()
            .collect(Collectors.toMap(one -> one.uuid().toString(), one -> one.title())),
        interventions,
        interventions(false),
        registry.levels().stream().map(one -> one.uuid().toString()).collect(Collectors.toSet()),
        uuids(registry.followUpResults()),
        uuids(registry.deliveryTypes()),
        legacy());
  }

  Title condition(UUID code) {
    return registry.conditions().stream()
        .filter(one -> one.uuid().equals(code))
        .map(one -> one.title())
        .findFirst()
        .orElse(UNKNOWN);
  }

  /** The title of a condition as it is sent; null for a code we do not know. */
  @Nullable String conditionTitle(UUID code) {
    var title = condition(code);
    return title.equals(UNKNOWN) ? null : title.da();
  }

  /** The title of an intervention as it is sent; null for a code we do not know. */
  @Nullable String interventionTitle(String code) {
    return registry.grants().stream()
        .filter(one -> one.uuid().toString().equals(code))
        .map(one -> one.title().da())
        .findFirst()
        .orElse(null);
  }

  /** Null for a number that is no level. */
  @Nullable String level(int number) {
    return registry.level(number).map(one -> one.uuid().toString()).orElse(null);
  }

  Optional<String> deliveryType(String name) {
    return entry(registry.deliveryTypes(), name);
  }

  String followUpResult(String name) {
    return entry(registry.followUpResults(), name).orElseThrow();
  }

  private Map<String, Title> interventions(boolean reportable) {
    return registry.grants().stream()
        .filter(one -> one.reportable() == reportable)
        .collect(Collectors.toMap(one -> one.uuid().toString(), GrantCode::title));
  }

  private Set<String> legacy() {
    return Stream.of(
            registry.grants().stream().map(GrantCode::legacy),
            registry.levels().stream().map(one -> one.legacy()),
            registry.followUpResults().stream().map(CodeEntry::legacy))
        .flatMap(keys -> keys)
        .flatMap(Stream::ofNullable)
        .collect(Collectors.toSet());
  }

  private static Optional<String> entry(List<CodeEntry> list, String name) {
    return list.stream()
        .filter(one -> one.code().equals(name))
        .flatMap(one -> Stream.ofNullable(one.uuid()))
        .map(UUID::toString)
        .findFirst();
  }

  private static Set<String> uuids(List<CodeEntry> entries) {
    return entries.stream()
        .flatMap(one -> Stream.ofNullable(one.uuid()))
        .map(UUID::toString)
        .collect(Collectors.toSet());
  }
}
