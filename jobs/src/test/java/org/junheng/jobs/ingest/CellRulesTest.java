package org.junheng.jobs.ingest;

import static org.junheng.jobs.ingest.DeliveredFiles.account;
import static org.junheng.jobs.ingest.DeliveredFiles.column;
import static org.junheng.jobs.ingest.DeliveredFiles.first;
import static org.junheng.jobs.ingest.DeliveredFiles.rules;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellRulesTest {
    private static final String SCORES = "school_code,year,grade,subject,tested_count,mean_score,full_mark,pass_share";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    S1,2023,6,math,20,80.5,100,0.9     ; 1 1 0 ; ''
                    S1,2023,6,math,twenty,80,100,0.9   ; 1 0 1 ; V01
                    S1,2023,6,math,20,"80,5",100,0.9   ; 1 0 1 ; V01
                    S1,2023,6,math,20,80d,100,0.9      ; 1 0 1 ; V01
                    S1,2023,6,math,20,0x1p3,100,0.9    ; 1 0 1 ; V01
                    S1,2023,6,math,20,1e400,100,0.9    ; 1 0 1 ; V04
                    S1,2023,6,math,20,-Infinity,100,0.9; 1 0 1 ; V04
                    S1,2023,6,math,20,80,100,1.01      ; 1 0 1 ; V06
                    S1,2023,6,math,20,80,100,90%       ; 1 1 0 ; V03
                    S1,2023,13,math,20,80,100,0.9      ; 1 0 1 ; V06
                    S1,2023,6,math,20.5,80,100,0.9     ; 1 0 1 ; V07
                    S1,2023,6,math,20.0,80,100,0.9     ; 1 1 0 ; ''
                    S1,2023,6,math,"1,200",80,100,0.9  ; 1 1 0 ; V02
                    S1,2023,6,math,20,-,100,0.9        ; 1 1 0 ; V05
                    S1,,6,math,20,80,100,0.9           ; 1 0 1 ; V13
                    S1,-,6,math,20,80,100,0.9          ; 1 0 1 ; V13
                    S1,2023-2024,6,math,20,80,100,0.9  ; 1 1 0 ; V22
                    S1,2023-2025,6,math,20,80,100,0.9  ; 1 0 1 ; V16
                    S1,45536,6,math,20,80,100,0.9      ; 1 0 1 ; V06
                    S9,2023,6,math,20,80,100,0.9       ; 1 0 1 ; K03
                    S1,2023,6,math,20,101,100,0.9      ; 1 0 1 ; K09
                    2.15E+09,2023,6,math,20,80,100,0.9 ; 1 0 1 ; V12
                    S1,2023,6,math,20,80               ; 1 0 1 ; S01
                    S1,2023,6,math,20,80,100,0.9,1     ; 1 0 1 ; S01
                    S1,2023,6,math,20,80,100,0.9,      ; 1 1 0 ; ''
                    合计,,,,20,80,100,0.9              ; 1 0 1 ; S06
                    ,,,,,,,                            ; 0 0 0 ; F10
                    """)
    void readsOrQuarantinesARow(String line, String account, String rules) {
        Delivery delivery =
                delivery().with("school_scores", SCORES, line.strip()).read();

        assertEquals(account, account(delivery, "school_scores"));
        assertEquals(rules, rules(delivery, "school_scores"));
    }

    @Test
    void readsAPercentageAndAThousandsCommaExactly() {
        Delivery delivery = delivery()
                .with("school_scores", SCORES, "S1,2023,6,math,\"1,200\",80,100,90.0%")
                .read();

        Row row = first(delivery, "school_scores");
        assertEquals(0.9, row.<Double>getAs("pass_share"));
        assertEquals(1200L, row.<Long>getAs("tested_count"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    2023-09-01 ; 2023-09-01 ; null  ; ''
                    2023/9/1   ; 2023-09-01 ; null  ; V09
                    2023年9月1日; 2023-09-01 ; null  ; V09
                    20230901   ; 2023-09-01 ; null  ; V09
                    45170      ; 2023-09-01 ; null  ; V09
                    2023年9月   ; 2023-09-01 ; MONTH ; V09
                    2023-09    ; 2023-09-01 ; MONTH ; V09
                    01/09/2023 ; ''         ; ''    ; V10
                    2023-02-30 ; ''         ; ''    ; V15
                    soon       ; ''         ; ''    ; V15
                    1999-09-01 ; ''         ; ''    ; K08
                    """)
    void readsTheDaysThatLeaveNoDoubt(String cell, String day, String precision, String rule) {
        Delivery delivery = delivery()
                .with(
                        "memberships",
                        "cluster_id,school_code,joined_on,role,joined_on_precision",
                        "C1,S1," + cell + ",LEAD,",
                        "C1,S2,2020-09-01,MEMBER,DAY")
                .read();

        assertEquals((day + " 2020-09-01").strip(), column(delivery, "memberships", "joined_on"));
        assertEquals((precision + " DAY").strip(), column(delivery, "memberships", "joined_on_precision"));
        assertEquals(rule, rules(delivery, "memberships").replace("K04", "").strip());
    }

    private DeliveredFiles delivery() {
        return new DeliveredFiles(folder);
    }
}
