package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.integration.LeadChangeView;
import org.junheng.integration.LeadChanges;
import org.junheng.integration.LeadChanges.Effect;
import org.junheng.jobs.config.ValueAddedBlock;
import org.junheng.jobs.table.Measures;

/**
 * The cohorts of lead schools by block and subject: that of the block itself, and those of blocks that are the same model for earlier exams.
 *
 * @param blocks behind the value-added of schools
 */
record LeadCohorts(List<ValueAddedBlock> blocks, LeadChanges changes) {
    /**
     * Clusters under one model and subject.
     *
     * @param model a row of the model for the last cohort
     */
    record Led(Measures model, List<LeadChangeView> views) {}

    /** @param effects the value-added of schools */
    List<Led> of(List<Measures> effects) {
        List<Led> led = new ArrayList<>();
        for (ValueAddedBlock block : blocks) {
            SortedMap<String, Measures> own = new TreeMap<>();
            effects.stream().filter(m -> m.modelId().equals(block.id())).forEach(m -> own.putIfAbsent(m.facet(), m));
            own.forEach((facet, model) -> {
                if (model.stage() != null) {
                    led.add(new Led(model, changes.views(model.stage(), facet, cohorts(block, facet, effects))));
                }
            });
        }
        return led;
    }

    private SortedMap<Integer, Map<String, Effect>> cohorts(
            ValueAddedBlock block, String facet, List<Measures> effects) {
        SortedMap<Integer, Map<String, Effect>> cohorts = new TreeMap<>();
        effects.stream()
                .filter(m -> m.facet().equals(facet) && isOf(block, m.modelId()))
                .forEach(m -> cohorts.computeIfAbsent(m.year(), year -> new HashMap<>())
                        .put(m.subjectId(), effect(m)));
        return cohorts;
    }

    private boolean isOf(ValueAddedBlock block, String model) {
        return model.equals(block.id())
                || blocks.stream().anyMatch(other -> other.id().equals(model) && block.isSameModelLaterThan(other));
    }

    private static Effect effect(Measures m) {
        Double low = m.ciLow();
        Double high = m.ciHigh();
        return new Effect(
                m.value() == null ? 0 : m.value(),
                low == null || high == null ? null : Double.valueOf((high - low) / 2),
                m.nPupils());
    }
}
