package org.junheng.jobs.ingest;

import static org.junheng.jobs.ingest.DeliveredFiles.column;
import static org.junheng.jobs.ingest.DeliveredFiles.first;
import static org.junheng.jobs.ingest.DeliveredFiles.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckFolderTest {
    @TempDir
    Path folder;

    @Test
    void pseudonymsAreHmacSha256OfTheIdAndNothingShowsTheId() throws IOException, GeneralSecurityException {
        String key = "0123456789abcdef0123456789abcdef";
        Delivery delivery = delivery()
                .file("key.txt", key + "\n")
                .settings("privacy: {key_file: key.txt}\n")
                .with(
                        "pupil_scores",
                        "pupil_id,year,grade,subject,school_code,score",
                        "G1234567890123,2023,6,math,S1,88",
                        "G1234567890123,2023,6,chinese,S1,-1",
                        "G1234567890124,2023,6,math,S1,many",
                        "math,2023,6,G1234567890125,S1,,,",
                        "G1234567890126,2023,6,math,S1,7,G1234567890127",
                        "G1234567890128,G1234567890129,6,math,S1,7")
                .read();

        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String pseudonym = HexFormat.of()
                .formatHex(mac.doFinal("G1234567890123".getBytes(StandardCharsets.UTF_8)))
                .substring(0, 32);
        assertEquals(pseudonym, first(delivery, "pupil_scores").getAs("pupil_id"));
        assertEquals("88.0 null null", column(delivery, "pupil_scores", "score"));
        assertEquals(8, delivery.keyId().length());
        CheckFolder.write(folder.resolve("check"), delivery);
        String everything = said(delivery)
                + Files.readString(folder.resolve("check/csv/quality.csv"))
                + Files.readString(folder.resolve("check/quarantine/pupil_scores.csv"));
        assertFalse(everything.contains("G12345678901"), everything);
        assertTrue(everything.contains("***"));
    }

    @Test
    void aRandomKeyIsAnotherOneInEveryRun() {
        DeliveredFiles files = delivery()
                .with("pupil_scores", "pupil_id,year,grade,subject,school_code,score", "G1,2023,6,math,S1,88");

        assertNotEquals(
                column(files.read(), "pupil_scores", "pupil_id"), column(files.read(), "pupil_scores", "pupil_id"));
        assertTrue(said(files.read()).contains("P01"));
    }

    @Test
    void theQuarantineKeepsTheWholeRowAndNoFormula() throws IOException {
        Delivery delivery = delivery()
                .with(
                        "schools",
                        "school_code,year,school_name,ownership",
                        "S1,2023,=1+1小学,PUBLIC",
                        "S2,2023,@x,=HACK()")
                .read();
        CheckFolder.write(folder.resolve("check"), delivery);

        String text = Files.readString(folder.resolve("check/quarantine/schools.csv"));
        assertTrue(text.contains("V14,data/schools.csv,3,ownership,'=HACK(),"), text);
        assertTrue(text.contains(",S2,2023,'@x,"), text);
        String quality = Files.readString(folder.resolve("check/csv/quality.csv"));
        assertTrue(quality.startsWith("input_table,file,rule,severity,rows_in,rows_used,rows_quarantined,examples\n"));
        assertTrue(quality.contains("schools,,,,2,1,1,"), quality);
    }

    private DeliveredFiles delivery() {
        return new DeliveredFiles(folder);
    }
}
