package dk.genvej.sync;

import dk.genvej.api.model.PullAnswer;
import dk.genvej.api.model.PullRequest;
import dk.genvej.citizen.SyncedPage;
import dk.genvej.citizen.SyncedPart;
import dk.genvej.device.Devices;
import dk.genvej.http.Refs;
import dk.genvej.reference.ReferenceData;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Takes a tablet's citizens down, a page at a time (R10, R88).
 *
 * <p>The order is what makes it safe beside writers: first scope with its markers, then rows. A row
 * that was written after its marker was read is sent twice; the other way round it would never be.
 */
@Singleton
class PullService {

  private static final int USUAL_LIMIT = 100;

  private final Devices devices;
  private final Epochs epochs;
  private final Scopes scopes;
  private final Cursors cursors;
  private final Holdings holdings;
  private final ReferenceData reference;
  private final ScopeRepository repository;
  private final List<SyncedPart> parts;

  PullService(
      Devices devices,
      Epochs epochs,
      Scopes scopes,
      Cursors cursors,
      Holdings holdings,
      ReferenceData reference,
      ScopeRepository repository,
      List<SyncedPart> parts) {
    this.devices = devices;
    this.epochs = epochs;
    this.scopes = scopes;
    this.cursors = cursors;
    this.holdings = holdings;
    this.reference = reference;
    this.repository = repository;
    this.parts = List.copyOf(parts);
  }

  PullAnswer pull(Work work, PullRequest request) {
    devices.pulling(work, request);
    var known = reference.today(work);
    var shown = cursors.read(work, request.getDevice(), request.getCursor());
    var standing = epochs.current(work, request.getAcknowledged());
    var scope = scopes.today(work);
    var epoch = judged(work, standing.epoch(), shown, scope);
    var start = start(work, request.getDevice(), shown, new Sight(epoch, View.of(work, known)));
    var plan = plan(work, start, scope);
    return answer(work, request, known, plan, start, standing);
  }

  /** What a cursor must have been given in to be of use. */
  private record Sight(UUID epoch, long view) {}

  private UUID judged(Work work, UUID epoch, Optional<Cursor> shown, Map<UUID, InScope> scope) {
    return shown
        .filter(cursor -> cursor.epoch().equals(epoch))
        .map(cursor -> epochs.notBehind(work, epoch, cursor.citizens(), scope))
        .orElse(epoch);
  }

  /** The tablet's own account; without one that is of use, whom it was ever given, as no data. */
  private Start start(Work work, UUID deviceId, Optional<Cursor> shown, Sight sight) {
    var usable = shown.filter(one -> one.epoch().equals(sight.epoch) && one.view() == sight.view);
    return usable
        .map(cursor -> new Start(cursor, true))
        .orElseGet(() -> new Start(scratch(work, deviceId, shown, sight), false));
  }

  private record Start(Cursor cursor, boolean fromTablet) {}

  private Cursor scratch(Work work, UUID deviceId, Optional<Cursor> shown, Sight sight) {
    var held = new LinkedHashMap<UUID, Held>();
    shown.ifPresent(one -> one.citizens().keySet().forEach(id -> held.put(id, Held.SOMETHING)));
    holdings.ever(work, deviceId).stream()
        .limit(1000L - held.size())
        .forEach(id -> held.put(id, Held.SOMETHING));
    return new Cursor(sight.epoch, sight.view, 0, held);
  }

  private PullPlan plan(Work work, Start start, Map<UUID, InScope> scope) {
    int today = (int) work.today().toEpochDay();
    var held = start.cursor.citizens();
    var oldest =
        held.values().stream()
            .filter(one -> one.tag() != Held.OF_NO_USE && one.day() != today)
            .mapToInt(Held::day)
            .min();
    var resting =
        oldest.isPresent()
            ? scopes.resting(work, scope.values(), LocalDate.ofEpochDay(oldest.getAsInt()))
            : Set.<UUID>of();
    return new PullPlan(held, scope, resting, today);
  }

  private PullAnswer answer(
      Work work,
      PullRequest request,
      ReferenceData.Known known,
      PullPlan plan,
      Start start,
      Epochs.Standing standing) {
    var news = plan.news();
    int limit = Objects.requireNonNullElse(request.getLimit(), USUAL_LIMIT);
    var shown = news.subList(0, Math.min(limit, news.size()));
    var page = read(work, plan, shown);
    var removals = plan.removals();
    var next = after(work, plan, shown, start.cursor, known);
    keep(work, request, plan, shown, removals);
    var answer =
        new PullAnswer(
            next.epoch(),
            Refs.time(work.now()),
            text(work, request, start, next),
            news.size() > shown.size(),
            plan.scope().size(),
            news.size() - shown.size(),
            page.citizens(),
            removals,
            standing.queueHeld() ? waiting(work) : List.of(),
            devices.oldestClient());
    return start.cursor.reference() == known.hash() ? answer : answer.reference(known.content());
  }

  private SyncedPage read(Work work, PullPlan plan, List<InScope> shown) {
    var page = new SyncedPage(shown.stream().map(plan::line).toList());
    if (!shown.isEmpty()) {
      repository.planOnce();
      parts.forEach(part -> part.fill(work, page));
      work.discloseAll(shown.stream().map(InScope::citizenId).toList());
    }
    return page;
  }

  private Cursor after(
      Work work, PullPlan plan, List<InScope> shown, Cursor before, ReferenceData.Known known) {
    var unsettled = shown.isEmpty() ? Set.<UUID>of() : scopes.moved(work, shown);
    return new Cursor(before.epoch(), before.view(), known.hash(), plan.after(shown, unsettled));
  }

  /** The very text the tablet showed when it still says the same. */
  private String text(Work work, PullRequest request, Start start, Cursor next) {
    var shown = request.getCursor();
    return shown != null && start.fromTablet && start.cursor.equals(next)
        ? shown
        : cursors.write(work, request.getDevice(), next);
  }

  private void keep(
      Work work, PullRequest request, PullPlan plan, List<InScope> shown, List<UUID> removals) {
    var device = request.getDevice();
    holdings.entered(
        work, device, shown.stream().filter(plan::whole).map(InScope::citizenId).toList());
    holdings.left(work, device, removals);
  }

  private List<UUID> waiting(Work work) {
    return repository.waiting(work.municipality(), work.actor().userId()).stream()
        .map(ScopeRepository.Waiting::id)
        .toList();
  }
}
