package vn.roquyen.service;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Hlc;
import vn.roquyen.domain.Role;
import vn.roquyen.domain.UnitNames;
import vn.roquyen.platform.Settings;
import vn.roquyen.service.ImportService.Options;
import vn.roquyen.sync.Founding;
import vn.roquyen.sync.LocalReplica;
import vn.roquyen.sync.Membership;

/**
 * Says who a data folder is, and begins a new one: with the sample data under the demonstration
 * root, or with real data under a root of its own. What it is to be counts from the first write on,
 * so an import that is refused or stopped leaves the choice open.
 */
public final class FolderService {
  private final LocalReplica replica;
  private final ImportService imports;

  public FolderService(LocalReplica replica, ImportService imports) {
    this.replica = replica;
    this.imports = imports;
  }

  /** Who this folder is now. */
  public Identity identity() {
    String name = replica.id().toString();
    Membership member = replica.membership();
    if (member == null) {
      return new Identity(null, Set.of(), "", name, false);
    }
    boolean canCertify = replica.desk().registrar() != null;
    return member.own() == null
        ? new Identity(member.space(), Set.of(), "", name, canCertify)
        : new Identity(
            member.space(),
            member.own().certificate().roles(),
            member.own().certificate().unit(),
            name,
            canCertify);
  }

  /** True when the certificate of this folder's key lets it write the register of the province. */
  public boolean mayEdit() {
    Set<Role> roles = identity().roles();
    return roles.contains(Role.PUBLISHER) || roles.contains(Role.DEPARTMENT);
  }

  /**
   * When a publisher was last heard of: the age of the register. Null where this folder is the
   * publisher itself, or has heard of none but the sample's.
   *
   * @param head when the newest head of a publisher was signed that a store has shown, or null: a
   *     province that has nothing new to say still says that it is there
   */
  public @Nullable Instant registerConfirmed(@Nullable Instant head) {
    Membership member = replica.membership();
    Identity who = identity();
    if (member == null || who.roles().contains(Role.PUBLISHER)) {
      return null;
    }
    Hlc heard = member.heardOfPublisher();
    Instant written = heard.equals(Hlc.ZERO) ? null : heard.instant();
    if (head == null || who.isDemonstration()) {
      return written;
    }
    return written == null || head.isAfter(written) ? head : written;
  }

  /** The ids of all changes, in the order in which they were accepted. */
  public List<String> changes() {
    return IntStream.range(0, replica.count())
        .mapToObj(at -> Objects.requireNonNull(replica.idAt(at)).hex())
        .toList();
  }

  /** The communes that a folder of data brings, read without writing anything. */
  public List<Commune> communesIn(Path folder) {
    return imports.rowsIn(folder, Entity.COMMUNE).stream().map(Commune::of).toList();
  }

  /**
   * Begins a folder of the demonstration.
   *
   * @param folder see {@link vn.roquyen.platform.SampleData}
   * @param member of a commune or body of the sample
   * @throws Fault UNIT_UNFIT, SAMPLE_AMONG_REAL_DATA, CANCELLED
   */
  public ImportReport beginWithSample(Path folder, Member member, Progress progress) {
    boolean known =
        holds(folder, Entity.COMMUNE, member.unit())
            || (member.role() != Role.COMMUNE
                && (member.unit().equals(UnitNames.PROVINCE)
                    || holds(folder, Entity.BODY, member.unit())));
    if (!known) {
      throw new Fault(FaultCode.UNIT_UNFIT, member.unit());
    }
    replica.intend(new Founding.Sample(member.role(), member.unit(), ""));
    return imports.loadSample(folder, progress);
  }

  /**
   * Begins a folder of real data.
   *
   * @param member what this device does besides editing the register, which it alone can here
   * @throws Fault of {@link ImportService#apply}
   */
  public ImportReport beginWith(
      List<Path> paths, Member member, Options options, Progress progress) {
    replica.intend(new Founding.Own(member.unit(), EnumSet.of(Role.PUBLISHER, member.role()), ""));
    return imports.apply(paths, options, progress);
  }

  /** The paths, and the program's own communes when the paths bring none. */
  public List<Path> withCommunes(List<Path> paths, Path communes) {
    List<Path> all = new ArrayList<>();
    if (!imports.bring(Entity.COMMUNE, paths)) {
      all.add(communes);
    }
    all.addAll(paths);
    return all;
  }

  /** Who works with a folder, and for which unit. */
  public record Member(Role role, String unit) {

    /** An editor of the province. */
    public static final Member PUBLISHER = new Member(Role.PUBLISHER, UnitNames.PROVINCE);

    /** Who a person is, from what he said at the first start. */
    public static Member of(Settings.Role person, String commune) {
      return switch (person) {
        case CLERK, OFFICIAL -> new Member(Role.COMMUNE, commune);
        case INSPECTOR -> new Member(Role.INSPECTOR, UnitNames.PROVINCE);
        case PUBLISHER -> PUBLISHER;
      };
    }
  }

  private boolean holds(Path folder, Entity entity, String key) {
    return imports.rowsIn(folder, entity).stream().anyMatch(row -> row.key().equals(key));
  }
}
