package org.junheng.stock;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junheng.metric.Better;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.stock.StockFlow.Line;

/**
 * Whether a school became a quality school since the baseline, or ceased to be one (优质学校增减): 1 or -1, under the definition and the line of the account of
 * quality schools that its facet names.
 *
 * <p>{@code counted at the close - counted at the opening}, each 1 for a school that is a quality school by the definition and 0 for one that is not, is not there, or
 * of which it is not known.
 *
 * <p>There is a number only where both differ. Where the difference comes from what is said and not from what happened (a school reported, or its standing known,
 * at one end only) it is of little evidence.
 *
 * <p>Source: Yunnan guideline 2024, dimension 1.
 *
 * <p>Clause: YN-D1.
 */
public record QualityChange() implements Metric<StockEntry> {
    private static final String CLOSE = "counted at the close";
    private static final String OPENING = "counted at the opening";
    private static final Words ONLY_SAID =
            new Words("仅口径或报送变化，未见学校本身变化", "what is said of the school has changed, nothing is known to have happened");

    @Override
    public Definition definition() {
        return new Definition(
                "stock.quality_change",
                new Words("学校成为或不再是优质学校", "school became, or ceased to be, a quality school"),
                CLOSE + " - " + OPENING,
                "1",
                "state",
                Better.HIGHER,
                List.of("YN-D1"),
                List.of("schools.is_quality_school"),
                new Words("两端相同的学校没有此数", "no number for a school that is the same at both ends"),
                "every line of an account followed by hand");
    }

    @Override
    public Class<StockEntry> view() {
        return StockEntry.class;
    }

    @Override
    public Map<String, BigDecimal> terms(StockEntry entry) {
        return Map.of(
                CLOSE, entry.comes() ? BigDecimal.ONE : BigDecimal.ZERO,
                OPENING, entry.comes() ? BigDecimal.ZERO : BigDecimal.ONE);
    }

    @Override
    public Outcome of(StockEntry entry) {
        Value value = Value.of(entry.comes() ? 1 : -1, new Counts(null, entry.pupils(), entry.answers()));
        return entry.line() == Line.RECLASSIFIED ? value.withCaution(ONLY_SAID) : value;
    }
}
