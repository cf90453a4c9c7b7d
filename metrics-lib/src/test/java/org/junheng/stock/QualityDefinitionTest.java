package org.junheng.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junheng.stock.QualityDefinition.Criteria;
import org.junheng.stock.QualityDefinition.Evidence;
import org.junit.jupiter.api.Test;

class QualityDefinitionTest {
    private static Boolean derived(List<Integer> met, int lacking, List<Integer> bands, Double yes, Double all) {
        return QualityDefinition.derived().of(new Evidence(false, met, lacking, bands, yes, all));
    }

    @Test
    void theOfficialListDecidesAlone() {
        Evidence flagged = new Evidence(true, List.of(0), 0, List.of(-1, -1), 0.0, 100.0);
        assertEquals(true, QualityDefinition.OFFICIAL.of(flagged));
        assertNull(QualityDefinition.OFFICIAL.of(new Evidence(null, List.of(7), 0, List.of(1, 1), 9.0, 9.0)));
    }

    @Test
    void derivedDemandsAllThree() {
        assertEquals(true, derived(List.of(7, 7), 0, List.of(0, 1), 85.0, 100.0));
        assertEquals(false, derived(List.of(7, 6), 0, List.of(0, 1), 85.0, 100.0));
        assertEquals(false, derived(List.of(7, 7), 0, List.of(0, -1), 85.0, 100.0));
        assertEquals(false, derived(List.of(7, 7), 0, List.of(0, 1), 84.0, 100.0));
    }

    @Test
    void eightyFivePercentIsReachedExactly() {
        assertEquals(true, derived(List.of(7), 0, List.of(1, 1), 17.0, 20.0));
        assertEquals(false, derived(List.of(7), 0, List.of(1, 1), 849.0, 1000.0));
    }

    /** Each published definition at its own edge, and one unit below it. */
    @Test
    void everyPublishedDefinitionIsExactAtItsCriteria() {
        List<QualityDefinition> all = QualityDefinition.published();
        assertEquals("derived-1", all.get(0).version());
        assertEquals(
                all.size(),
                all.stream().map(QualityDefinition::version).distinct().count());
        for (QualityDefinition definition : all) {
            Criteria criteria = definition.criteria();
            assertEquals(QualityDefinition.Kind.DERIVED, definition.kind());
            int met = criteria.standardsMet();
            List<Integer> bands = Collections.nCopies(criteria.subjectsNotBelow(), 0);
            double parents = criteria.parentsSatisfied().doubleValue() * 1000;
            assertEquals(true, definition.of(new Evidence(null, List.of(met), 0, bands, parents, 1000.0)));
            assertEquals(false, definition.of(new Evidence(null, List.of(met - 1), 0, bands, parents, 1000.0)));
            assertEquals(false, definition.of(new Evidence(null, List.of(met), 0, bands, parents - 1, 1000.0)));
            List<Integer> below = new ArrayList<>(bands);
            below.set(0, -1);
            assertEquals(false, definition.of(new Evidence(null, List.of(met), 0, below, parents, 1000.0)));
        }
    }

    @Test
    void anAccountIsToldByItsOwnDefinitionTheListAndThePublishedOnes() {
        assertEquals(
                QualityDefinition.OFFICIAL,
                QualityDefinition.OFFICIAL.andOthers().get(0));
        assertEquals(6, QualityDefinition.OFFICIAL.andOthers().size());
        assertEquals(6, QualityDefinition.derived().andOthers().size());
        QualityDefinition own = new QualityDefinition("own", new Criteria(5, 1, new BigDecimal("0.5")));
        assertEquals(7, own.andOthers().size());
        assertEquals(own, own.andOthers().get(0));
        for (String share : List.of("-0.01", "1.01")) {
            assertThrows(IllegalArgumentException.class, () -> new Criteria(7, 2, new BigDecimal(share)));
        }
        assertThrows(IllegalArgumentException.class, () -> new Criteria(8, 2, BigDecimal.ONE));
        assertThrows(IllegalArgumentException.class, () -> new Criteria(7, -1, BigDecimal.ONE));
    }

    @Test
    void whatIsMissingIsNeitherYesNorNo() {
        assertNull(derived(List.of(7), 1, List.of(1, 1), 9.0, 9.0));
        assertNull(derived(List.of(), 0, List.of(1, 1), 9.0, 9.0));
        assertNull(derived(List.of(7), 0, List.of(), 9.0, 9.0));
        assertNull(derived(List.of(7), 0, List.of(1, 1), null, null));
        assertNull(derived(List.of(7), 0, List.of(1, 1), 0.0, 0.0));
    }

    @Test
    void oneNoIsEnoughWhateverElseIsMissing() {
        assertEquals(false, derived(List.of(6), 1, List.of(), null, null));
        assertEquals(false, derived(List.of(), 0, List.of(1), null, null));
        assertEquals(false, derived(List.of(), 0, List.of(), 8.0, 10.0));
    }
}
