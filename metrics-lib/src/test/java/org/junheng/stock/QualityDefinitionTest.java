package org.junheng.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junheng.stock.QualityDefinition.Evidence;
import org.junit.jupiter.api.Test;

class QualityDefinitionTest {
    private static Boolean derived(List<Integer> met, int lacking, List<Integer> bands, Double yes, Double all) {
        return QualityDefinition.DERIVED.of(new Evidence(false, met, lacking, bands, yes, all));
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
