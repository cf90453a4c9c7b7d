package org.junheng.jobs.config;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junheng.Catalogue;
import org.junheng.metric.Definition;
import org.junheng.review.Bundle;
import org.junheng.review.Dimension;
import org.junheng.review.Protocol;
import org.junheng.review.Scale;
import org.junheng.stats.Decimals;
import org.junheng.stock.QualityDefinition;
import org.junheng.subject.Stage;

/** Reads protocol.yaml. Every weight must be there: the program has no default for any of them. Mistakes are refused before any work. */
final class ProtocolReader {
    private static final List<String> KEYS =
            List.of("protocol", "weights", "scales", "bundle", "naming_level", "quality_school", "quality_definition");
    private static final List<String> OF_SCALE =
            List.of("dimension", "metric", "model", "facet", "stage", "grade", "floor", "target", "weight");
    private static final List<String> OF_DEFINITION =
            List.of("version", "standards_met", "subjects_not_below", "parents_satisfied");
    private static final List<String> OF_BUNDLE = List.of("lambda_lead", "lambda_member", "improvement_share");
    private static final List<String> DIMENSIONS =
            Arrays.stream(Dimension.values()).map(Dimension::toString).toList();

    private final Block top;

    private ProtocolReader(Path file) {
        this.top = new Block(file.getFileName().toString(), "protocol", YamlText.root(file), KEYS);
    }

    /** @throws org.junheng.jobs.Refusal with exit status 2 */
    static Protocol read(Path file) {
        return new ProtocolReader(file).protocol();
    }

    private Protocol protocol() {
        return new Protocol(
                top.text("protocol"), weights(), scales(), bundle(), top.share("naming_level"), qualitySchool());
    }

    /** The official list or criteria: those in force, or the protocol's own under a version of its own. */
    private QualityDefinition qualitySchool() {
        QualityDefinition.Kind kind = top.word("quality_school", QualityDefinition.Kind.class);
        boolean isOwn = top.has("quality_definition");
        if (kind == QualityDefinition.Kind.OFFICIAL) {
            if (isOwn) {
                throw top.notAllowed(
                        "quality_school",
                        "official",
                        "与 quality_definition 不能并用",
                        "does not go with quality_definition");
            }
            return QualityDefinition.OFFICIAL;
        }
        return isOwn ? own(top.block("quality_definition", OF_DEFINITION)) : QualityDefinition.derived();
    }

    private static QualityDefinition own(Block b) {
        String version = b.text("version");
        boolean isTaken = QualityDefinition.OFFICIAL.andOthers().stream()
                .anyMatch(known -> known.version().equals(version));
        if (isTaken || version.isBlank()) {
            throw b.notAllowed("version", version, "已是程序自带口径的版本号", "is the version of a definition of the program");
        }
        return new QualityDefinition(
                version,
                new QualityDefinition.Criteria(
                        b.integer("standards_met", 0, 7),
                        b.integer("subjects_not_below", 0, 20),
                        Decimals.of(b.share("parents_satisfied"))));
    }

    private Map<Dimension, Double> weights() {
        Block block = top.block("weights", DIMENSIONS);
        Map<Dimension, Double> weights = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            double weight = block.number(dimension.toString());
            if (weight < 0) {
                throw block.notAllowed(
                        dimension.toString(), block.text(dimension.toString()), "不能小于 0", "must not be below 0");
            }
            weights.put(dimension, weight);
        }
        if (weights.values().stream().allMatch(w -> w == 0)) {
            throw top.notAllowed("weights", weights.values().toString(), "不能全为 0", "must not all be 0");
        }
        return weights;
    }

    private List<Scale> scales() {
        List<Scale> scales = top.blocks("scales", OF_SCALE).stream()
                .map(ProtocolReader::scale)
                .toList();
        if (scales.isEmpty()) {
            throw top.notAllowed("scales", "[]", "须至少有一个标尺", "must hold at least one scale");
        }
        Set<String> read = new HashSet<>();
        for (Scale scale : scales) {
            if (!read.add(scale.dimension() + " " + scale.reads())) {
                throw top.notAllowed("scales", scale.reads(), "在同一维度出现了两次", "stands twice in one dimension");
            }
        }
        return scales;
    }

    private static Scale scale(Block b) {
        double floor = b.number("floor");
        double target = b.number("target");
        double weight = b.number("weight");
        if (floor == target) {
            throw b.notAllowed("target", b.text("target"), "须不同于 floor", "must differ from the floor");
        } else if (!(weight > 0)) {
            throw b.notAllowed("weight", b.text("weight"), "须大于 0", "must be above 0");
        }
        String model = b.textOrNull("model");
        String facet = b.textOrNull("facet");
        return new Scale(
                b.word("dimension", Dimension.class),
                metric(b),
                model == null ? "" : model,
                facet == null ? "" : facet,
                b.has("stage") ? b.word("stage", Stage.class) : null,
                b.has("grade") ? (Integer) b.integer("grade", 1, 12) : null,
                floor,
                target,
                weight);
    }

    private static String metric(Block b) {
        String metric = b.text("metric");
        List<String> known =
                Catalogue.definitions().stream().map(Definition::id).toList();
        if (!known.contains(metric)) {
            String near = Nearest.to(metric, known).orElse("");
            throw b.notAllowed("metric", metric, "不是已知的指标；最接近的是 " + near, "is no known metric; the nearest is " + near);
        }
        return metric;
    }

    private Bundle bundle() {
        Block b = top.block("bundle", OF_BUNDLE);
        double improvement = b.share("improvement_share");
        if (improvement < 0.5) {
            throw b.notAllowed(
                    "improvement_share", b.text("improvement_share"), "不能小于 0.5", "must be at least one half");
        }
        return new Bundle(b.share("lambda_lead"), b.share("lambda_member"), improvement);
    }
}
