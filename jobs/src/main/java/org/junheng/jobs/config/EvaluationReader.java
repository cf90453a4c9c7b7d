package org.junheng.jobs.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.Inputs;
import org.junheng.review.Protocol;
import org.junheng.subject.RosterDays;
import org.junheng.subject.Span;

/** Reads evaluation.yaml. Whatever it cannot mean is refused before any work: file, line, key, value found, what is allowed. */
public final class EvaluationReader {
    private static final List<String> KEYS = List.of(
            "evaluation",
            "years",
            "baseline",
            "as_of",
            "policies",
            "inputs",
            "value_added",
            "growth",
            "impact",
            "gap_change",
            "survey_weights",
            "protocol",
            "disclosure",
            "gate",
            "waivers",
            "privacy",
            "seed",
            "timezone",
            "audience");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private final Path file;
    private final Block top;
    private final Set<String> knownPolicies;
    private final Day day;

    /**
     * What a command asks of the roster beside the file.
     *
     * @param asOf on which day it is looked at; null = as the file says
     * @param asKnownOn what had been recorded by this day; null = all that is recorded
     */
    public record Day(@Nullable LocalDate asOf, @Nullable LocalDate asKnownOn) {
        /** Nothing beside the file. */
        public static final Day NOT_TOLD = new Day(null, null);
    }

    private EvaluationReader(Path file, Set<String> knownPolicies, Day day) {
        this.file = file;
        this.day = day;
        this.knownPolicies = knownPolicies;
        this.top = new Block(file.getFileName().toString(), "evaluation", YamlText.root(file), KEYS);
    }

    /**
     * The evaluation that a file asks for.
     *
     * @param knownPolicies names of the rule books that the program brings
     * @throws org.junheng.jobs.Refusal with exit status 2
     */
    public static Evaluation read(Path file, Set<String> knownPolicies) {
        return read(file, knownPolicies, Day.NOT_TOLD);
    }

    /**
     * The evaluation that a file and a command ask for.
     *
     * @throws org.junheng.jobs.Refusal with exit status 2
     */
    public static Evaluation read(Path file, Set<String> knownPolicies, Day day) {
        return new EvaluationReader(file, knownPolicies, day).evaluation();
    }

    private Evaluation evaluation() {
        List<Integer> years = years();
        ModelBlocks models = new ModelBlocks(top, years);
        return new Evaluation(
                file,
                id(),
                years,
                baseline(years),
                policies(),
                inputs(),
                models.valueAdded(),
                models.growth(),
                models.impact(),
                new ChangeBlock(top, years).rules(top.wholeNumber("seed", 1)),
                new SurveyWeightBlocks(top, years).blocks(),
                existing("protocol", top.textOrNull("protocol")),
                scoring(),
                disclosure(),
                top.blockIfThere("gate", List.of("max_quarantined_share"))
                        .map(b -> b.share("max_quarantined_share", 0.05))
                        .orElse(0.05),
                waivers(),
                rosterDays(years),
                day.asKnownOn(),
                privacy(),
                top.wholeNumber("seed", 1),
                timezone(),
                top.word("audience", Audience.BUREAU));
    }

    private String id() {
        String id = top.text("evaluation");
        if (!id.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,79}")) {
            throw top.notAllowed(
                    "evaluation", id, "用于路径：只能用字母、数字和 . _ -", "is used in paths: letters, digits and . _ - only");
        }
        return id;
    }

    private List<Integer> years() {
        List<Integer> years = top.integers("years", FIRST_YEAR, LAST_YEAR);
        List<Integer> sorted = years.stream().distinct().sorted().toList();
        if (years.isEmpty() || sorted.size() < years.size()) {
            throw top.notAllowed(
                    "years", years.toString(), "须至少有一个年份且不重复", "must hold at least one year, and none twice");
        }
        return sorted;
    }

    private int baseline(List<Integer> years) {
        int baseline = top.integer("baseline", years.get(0), FIRST_YEAR, LAST_YEAR);
        if (!years.contains(baseline)) {
            throw top.notAllowed(
                    "baseline", String.valueOf(baseline), "不在 years 之中：" + years, "is not one of the years " + years);
        }
        return baseline;
    }

    /** As of a day of the last school year; the command goes before the file. */
    private RosterDays rosterDays(List<Integer> years) {
        LocalDate asOf = day.asOf() == null && top.has("as_of") ? top.day("as_of") : day.asOf();
        Span last = Span.schoolYear(years.get(years.size() - 1));
        if (asOf != null && asOf.isBefore(last.from())) {
            throw top.notAllowed(
                    "as_of",
                    asOf.toString(),
                    "在 years 最后一个学年(" + last.from() + " 开始)之前:在这一天之后开始的学年须从 years 中去掉",
                    "lies before the last school year of `years`, which begins on " + last.from()
                            + ": leave out of `years` what begins after the day");
        } else if (asOf != null && !last.covers(asOf)) {
            throw top.notAllowed(
                    "as_of",
                    asOf.toString(),
                    "在 years 最后一个学年(至 " + last.until() + " 前)之后:years 须包含这一天所在的学年",
                    "lies after the last school year of `years`, which ends before " + last.until()
                            + ": `years` must hold the school year of the day");
        }
        return new RosterDays(asOf);
    }

    private List<String> policies() {
        List<String> policies = top.texts("policies");
        for (String policy : policies) {
            if (policy.endsWith(".csv")) {
                existing("policies", policy);
            } else if (!knownPolicies.contains(policy)) {
                String near = Nearest.to(policy, knownPolicies).orElse("");
                throw top.notAllowed(
                        "policies",
                        policy,
                        "不是已知的规则册；最接近的是 " + near + "；自己的规则册请写 .csv 路径",
                        "is no known rule book; the nearest is " + near
                                + "; a book of your own is given by its .csv path");
            }
        }
        if (new HashSet<>(policies).size() < policies.size()) {
            throw top.notAllowed("policies", policies.toString(), "有重复", "names a rule book twice");
        }
        return policies;
    }

    private SortedMap<String, Input> inputs() {
        Block block = top.block("inputs", Inputs.names());
        block.node("schools");
        SortedMap<String, Input> inputs = new TreeMap<>();
        for (String table : block.keys()) {
            if (block.has(table)) {
                inputs.put(table, InputBlock.read(block, table));
            }
        }
        return inputs;
    }

    private @Nullable Protocol scoring() {
        String protocol = existing("protocol", top.textOrNull("protocol"));
        return protocol == null
                ? null
                : ProtocolReader.read(file.toAbsolutePath().resolveSibling(protocol));
    }

    private Disclosure disclosure() {
        Disclosure fallback = Disclosure.DEFAULT;
        return top.blockIfThere("disclosure", List.of("min_pupils", "min_respondents", "min_schools", "secondary"))
                .map(b -> new Disclosure(
                        b.integer("min_pupils", fallback.minPupils(), 1, 1_000_000),
                        b.integer("min_respondents", fallback.minRespondents(), 1, 1_000_000),
                        b.integer("min_schools", fallback.minSchools(), 1, 1_000_000),
                        b.isOn("secondary", "on")))
                .orElse(fallback);
    }

    private List<Waiver> waivers() {
        String path = existing("waivers", top.textOrNull("waivers"));
        return path == null ? List.of() : WaiverFile.read(file.toAbsolutePath().resolveSibling(path));
    }

    private Privacy privacy() {
        Block block =
                top.blockIfThere("privacy", List.of("key_env", "key_file")).orElse(null);
        if (block == null) {
            return Privacy.NONE;
        }
        if (block.has("key_env") == block.has("key_file")) {
            throw top.notAllowed("privacy", "key_env, key_file", "二者须恰有其一", "exactly one of the two must be given");
        }
        return new Privacy(block.textOrNull("key_env"), existing("privacy", block.textOrNull("key_file")));
    }

    private ZoneId timezone() {
        String zone = top.has("timezone") ? top.text("timezone") : "Asia/Shanghai";
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw top.notAllowed(
                    "timezone", zone, "不是已知的时区，如 Asia/Shanghai", "is no known time zone such as Asia/Shanghai");
        }
    }

    private @Nullable String existing(String key, @Nullable String path) {
        if (path != null
                && !Files.isRegularFile(file.toAbsolutePath().resolveSibling(InputBlock.path(top, key, path)))) {
            throw top.notAllowed(key, path, "没有这个文件", "is no file beside the evaluation file");
        }
        return path;
    }
}
