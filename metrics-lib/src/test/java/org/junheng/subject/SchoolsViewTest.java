package org.junheng.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.junheng.Given;
import org.junit.jupiter.api.Test;

class SchoolsViewTest {

    @Test
    void aSchoolIsUsableWithAValueAndPupils() {
        assertTrue(Given.school("a", 0.0, 0.5).isUsable());
        assertFalse(Given.school("a", null, 10.0).isUsable());
        assertFalse(Given.school("a", 1.0, null).isUsable());
        assertFalse(Given.school("a", 1.0, 0.0).isUsable());
        assertFalse(Given.school("a", 1.0, -3.0).isUsable());
    }

    @Test
    void putsSchoolsInTheOrderOfTheirCodes() {
        SchoolsView view = Given.county(Given.school("b", 1.0, 1.0), Given.school("a", null, 1.0));
        assertEquals(
                List.of("a", "b"),
                view.delivered().stream().map(SchoolFigure::school).toList());
        assertEquals(
                List.of("b"), view.usable().stream().map(SchoolFigure::school).toList());
    }

    @Test
    void aFigureIsTheDecimalThatWasDelivered() {
        assertEquals(new BigDecimal("0.1"), Given.school("a", 0.1, 1.0).exact());
    }

    @Test
    void aQuotientIsTakenFromItsParts() {
        SchoolFigure third = SchoolFigure.perPupil("a", 1, 3);
        assertEquals(1.0 / 3, third.value());
        assertEquals(3.0, third.weight());
        assertEquals(40, third.exact().precision());
    }

    @Test
    void whatIsNotThereIsNotMadeUp() {
        assertThrows(
                IllegalStateException.class, () -> Given.school("a", null, 1.0).exact());
        assertThrows(
                IllegalStateException.class, () -> Given.school("a", 1.0, null).w());
        assertThrows(IllegalStateException.class, () -> Given.county().moments());
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThrows(IllegalArgumentException.class, () -> Given.county(Given.school("a", Double.NaN, 1.0)));
        assertThrows(
                IllegalArgumentException.class, () -> Given.county(Given.school("a", 1.0, Double.POSITIVE_INFINITY)));
    }

    @Test
    void gradesBelongToStages() {
        assertEquals(Stage.PRIMARY, Stage.ofGrade(1));
        assertEquals(Stage.PRIMARY, Stage.ofGrade(6));
        assertEquals(Stage.JUNIOR, Stage.ofGrade(7));
        assertEquals(Stage.JUNIOR, Stage.ofGrade(9));
        assertEquals(Stage.SENIOR, Stage.ofGrade(10));
        assertEquals(Stage.SENIOR, Stage.ofGrade(12));
        assertThrows(IllegalArgumentException.class, () -> Stage.ofGrade(0));
        assertThrows(IllegalArgumentException.class, () -> Stage.ofGrade(13));
    }
}
