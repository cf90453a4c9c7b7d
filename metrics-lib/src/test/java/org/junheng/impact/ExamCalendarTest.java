package org.junheng.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import org.junheng.subject.Membership;
import org.junheng.subject.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExamCalendarTest {
    private static final ExamCalendar JUNE = new ExamCalendar(MonthDay.of(6, 30), 1);

    /** The exam of 2021 is on 30 June 2022. */
    @ParameterizedTest
    @CsvSource({
        "2021-09-01, , 2021",
        "2022-06-30, , 2021",
        "2022-07-01, , 2022",
        "2021-09-01, 2022-07-01, 2021",
        "2021-09-01, 2022-06-30, ",
        "2022-07-01, 2023-06-30, "
    })
    void aSchoolHasJoinedWhenItIsAMemberOnTheDay(LocalDate joined, LocalDate left, Integer year) {
        Membership membership = new Membership("c", Role.MEMBER, joined, left);
        assertEquals(Optional.ofNullable(year), JUNE.firstYear(membership));
    }

    @Test
    void theOffsetMovesTheExam() {
        ExamCalendar november = new ExamCalendar(MonthDay.of(11, 1), 0);
        Membership membership = new Membership("c", Role.MEMBER, LocalDate.of(2018, 7, 1), null);
        assertEquals(Optional.of(2018), november.firstYear(membership));
    }
}
