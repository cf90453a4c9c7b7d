package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.config.Disclosure;
import org.junheng.jobs.table.StockFlows;
import org.junheng.jobs.table.StockSensitivity;
import org.junheng.metric.Words;
import org.junheng.stock.Institution;
import org.junheng.stock.QualityDefinition;
import org.junheng.stock.QualityDefinition.Evidence;
import org.junheng.stock.SchoolLink;
import org.junheng.stock.StockAccount;
import org.junheng.stock.StockAccount.Between;
import org.junheng.stock.StockEntry;
import org.junheng.stock.StockFlow;
import org.junheng.stock.StockFlow.Line;
import org.junheng.stock.StockFlow.Unit;
import org.junheng.subject.Register;
import org.junheng.subject.Role;
import org.junheng.subject.SchoolFacts;
import org.junheng.subject.Status;

/** The account of quality schools between every two years that follow each other, by one definition, and what the other definition would say. */
public final class StockFlowRows {
    private static final Words UNKNOWN =
            new Words("期初或期末没有一所学校已知是否优质", "at the opening or the closing no school's quality is known");
    private static final Words FEW_SCHOOLS = new Words("学校数少于公布下限", "fewer schools than the limit of publication");
    private static final Words FEW_PUPILS =
            new Words("某一项学生数少于公布下限", "a line has fewer pupils than the limit of publication");

    private final Register register;
    private final List<SchoolLink> links;
    private final Function<SchoolFacts, Evidence> evidence;
    private final Disclosure limits;

    /** @param evidence what is known of the quality of a school in its year */
    StockFlowRows(
            Register register, List<SchoolLink> links, Function<SchoolFacts, Evidence> evidence, Disclosure limits) {
        this.limits = limits;
        this.register = register;
        this.links = links;
        this.evidence = evidence;
    }

    List<StockFlows> by(QualityDefinition definition) {
        List<StockFlows> rows = new ArrayList<>();
        for (Between between : years()) {
            QualityDefinition other = definition.kind() == QualityDefinition.Kind.OFFICIAL
                    ? QualityDefinition.derived()
                    : QualityDefinition.OFFICIAL;
            Map<String, StockFlow> otherwise =
                    account(between, other).stream().collect(Collectors.toMap(f -> f.county() + f.unit(), f -> f));
            for (StockFlow flow : account(between, definition)) {
                rows.add(row(between, flow, definition, otherwise.get(flow.county() + flow.unit())));
            }
        }
        return rows;
    }

    /** Every county and pair of years by the definition of the account and by every published one. */
    List<StockSensitivity> sensitivity(QualityDefinition definition) {
        List<StockSensitivity> rows = new ArrayList<>();
        for (Between between : years()) {
            Map<String, StockFlow> accounts =
                    account(between, definition).stream().collect(Collectors.toMap(f -> f.county() + f.unit(), f -> f));
            for (QualityDefinition other : definition.andOthers()) {
                for (StockFlow flow : account(between, other)) {
                    rows.add(new SensitivityRow(other, flow, accounts.get(flow.county() + flow.unit()), limits)
                            .since(between.base()));
                }
            }
        }
        return rows;
    }

    /** The schools that became quality schools, or ceased to be, since the baseline; none of a county whose account may not be published. */
    List<StockEntry> changes(QualityDefinition definition, int baseline) {
        return register.years().stream()
                .filter(year -> register.years().contains(baseline) && year > baseline)
                .flatMap(year -> changes(new Between(baseline, year), definition))
                .toList();
    }

    private Stream<StockEntry> changes(Between years, QualityDefinition definition) {
        Set<String> told = account(years, definition).stream()
                .filter(flow -> flow.unit() == Unit.SCHOOLS && isShown(status(flow, limits)))
                .map(StockFlow::county)
                .collect(Collectors.toSet());
        StockEntries entries = new StockEntries(register, evidence, years, definition);
        return StockAccount.entries(
                        years,
                        institutions(years.base(), definition),
                        institutions(years.year(), definition),
                        links,
                        school -> wasMember(school, years))
                .stream()
                .filter(entry -> told.contains(entry.school().county()))
                .map(entries::of);
    }

    private boolean wasMember(String school, Between years) {
        return register.memberships(school).stream()
                .anyMatch(m -> m.role() == Role.MEMBER && m.touches(years.days(register.days())));
    }

    private List<Between> years() {
        List<Integer> years = register.years();
        return IntStream.range(1, years.size())
                .mapToObj(i -> new Between(years.get(i - 1), years.get(i)))
                .toList();
    }

    private List<StockFlow> account(Between years, QualityDefinition definition) {
        return StockAccount.of(
                years,
                institutions(years.base(), definition),
                institutions(years.year(), definition),
                links,
                school -> wasMember(school, years));
    }

    private List<Institution> institutions(int year, QualityDefinition definition) {
        return register.schools(year).stream()
                .map(s -> new Institution(
                        s.school(),
                        s.area().county(),
                        definition.of(evidence.apply(s)),
                        pupils(s),
                        s.openedOn(),
                        s.closedOn()))
                .toList();
    }

    private static @Nullable Long pupils(SchoolFacts s) {
        Double pupils = s.pupils();
        return pupils == null ? null : Long.valueOf(pupils.longValue());
    }

    private StockFlows row(Between years, StockFlow flow, QualityDefinition definition, @Nullable StockFlow other) {
        boolean fewSchools = flow.schools() < limits.minSchools();
        Status status = status(flow, limits);
        boolean shown = isShown(status);
        @Nullable StockFlow beside = (shown && other != null && other.isAssessed()) ? other : null;
        return new StockFlows(
                flow.county(),
                flow.year(),
                flow.unit(),
                years.base(),
                line(shown, flow, Line.OPENING),
                line(shown, flow, Line.NEWLY_BUILT),
                line(shown, flow, Line.UPGRADED),
                line(shown, flow, Line.GRADUATED),
                line(shown, flow, Line.MOVED_IN),
                line(shown, flow, Line.DOWNGRADED),
                line(shown, flow, Line.CLOSED),
                line(shown, flow, Line.MERGED),
                line(shown, flow, Line.MOVED_OUT),
                line(shown, flow, Line.ENROLMENT_CHANGE),
                line(shown, flow, Line.RECLASSIFIED),
                line(shown, flow, Line.CLOSING),
                definition.kind(),
                beside == null ? null : Long.valueOf(beside.line(Line.CLOSING)),
                beside == null ? null : Long.valueOf(beside.unknownAtClosing()),
                flow.schools(),
                shown ? Long.valueOf(flow.unknown()) : null,
                status,
                reason(status, flow, fewSchools).both(),
                definition.version());
    }

    private static boolean isShown(Status status) {
        return status == Status.OK || status == Status.LOW_EVIDENCE;
    }

    private static @Nullable Long line(boolean shown, StockFlow flow, Line line) {
        return shown ? Long.valueOf(flow.line(line)) : null;
    }

    static Status status(StockFlow flow, Disclosure limits) {
        if (!flow.isAssessed()) {
            return Status.NOT_ASSESSED;
        } else if (flow.schools() < limits.minSchools() || hasFewPupils(flow, limits)) {
            return Status.SUPPRESSED;
        }
        return flow.note().equals(Words.NONE) ? Status.OK : Status.LOW_EVIDENCE;
    }

    /** A change of enrolment counts no group of pupils; every other line does. */
    private static boolean hasFewPupils(StockFlow flow, Disclosure limits) {
        return flow.unit() == Unit.PUPILS
                && flow.lines().entrySet().stream()
                        .filter(line -> line.getKey() != Line.ENROLMENT_CHANGE)
                        .mapToLong(line -> Math.abs(line.getValue()))
                        .anyMatch(n -> n > 0 && n < limits.minPupils());
    }

    static Words reason(Status status, StockFlow flow, boolean fewSchools) {
        return switch (status) {
            case NOT_ASSESSED -> UNKNOWN;
            case SUPPRESSED -> fewSchools ? FEW_SCHOOLS : FEW_PUPILS;
            case OK, LOW_EVIDENCE -> flow.note();
        };
    }
}
