package org.junheng.impact;

import java.util.List;
import org.junheng.metric.Better;
import org.junheng.metric.Composite;
import org.junheng.metric.Definition;
import org.junheng.metric.Outcome;
import org.junheng.metric.Words;

/** What is read off the effect of joining: how far it may be trusted, and what may be said of it. */
public interface ImpactReading extends Composite<ImpactFit> {
    /** What the outcome means, in one plain sentence; {@link Words#NONE} where the number speaks for itself. */
    default Words sentence(ImpactFit fit, Outcome outcome) {
        return Words.NONE;
    }

    /** Whether it is told of counties too, and not only of the whole. */
    default boolean isToldOfCounties() {
        return false;
    }

    /** A definition with what readings share. */
    static Definition define(String id, Words name, String formula, String unit, Words missing, String reference) {
        return define("1", id, name, formula, unit, missing, reference);
    }

    /** The same of a formula that has been changed. */
    static Definition define(
            String version, String id, Words name, String formula, String unit, Words missing, String reference) {
        return new Definition(
                id,
                name,
                formula,
                version,
                unit,
                Better.NONE,
                List.of("YN-D3"),
                List.of("memberships.joined_on", "clusters.cluster_type"),
                missing,
                reference);
    }
}
