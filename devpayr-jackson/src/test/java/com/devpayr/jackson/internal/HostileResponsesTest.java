package com.devpayr.jackson.internal;

import static com.devpayr.jackson.internal.Responses.read;
import static com.devpayr.jackson.internal.Responses.readData;
import static com.devpayr.jackson.internal.Responses.readPage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.ApiException;
import com.devpayr.error.ProtocolException;
import com.devpayr.error.ServerException;
import com.devpayr.injectable.Injectable;
import com.devpayr.license.License;
import com.devpayr.operation.Operation;
import com.devpayr.project.Project;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class HostileResponsesTest {
    private static final String NOT_OURS = "license.get received an invalid response: ";
    private static final int READ_AHEAD = 16 * 1024;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | the body is empty",
                "` ` | the body is empty",
                "<!DOCTYPE html><p>s3cr3t | not JSON, or truncated, at line 1, column 1",
                "s3cr3t | not JSON, or truncated, at line 1, column",
                "{\"data\":{\"id\":1,\"uuid\":\"s3cr3t | not JSON, or truncated, at line 1, column",
                "{\"data\":{\"id\":1 | not JSON, or truncated, at line 1, column",
                "{\"data\":{\"id\":1,\"uuid\":\"s3cr3t\"} | not JSON, or truncated, at line 1, column",
                "{\"s3cr3t\" 1} | not JSON, or truncated, at line 1, column",
                "{'data':{}} | not JSON, or truncated, at line 1, column",
                "{\"data\":{\"id\":1,\"uuid\":\"s3cr3t\"}} s3cr3t | not JSON, or truncated, at line 1",
                "{\"data\":{\"id\":1,\"uuid\":\"s3cr3t\"}}{} | unexpected content after the JSON value",
                "{\"data\":{\"id\":1,\"uuid\":\"s\"},\"data\":{\"id\":1}} | data occurs twice",
                "[\"s3cr3t\"] | the body is not an object",
                "\"s3cr3t\" | the body is not an object",
                "null | the body is not an object",
                "{\"data\":\"s3cr3t\"} | data is not an object",
                "{\"data\":[{\"id\":1,\"uuid\":\"s3cr3t\"}]} | data is not an object",
                "{\"data\":true} | data is not an object"
            })
    void rejectsAForeignBodyWithoutQuotingIt(String body, String problem) {
        assertThatThrownBy(() -> read(Operation.LICENSE_GET, body))
                .isInstanceOf(ProtocolException.class)
                .hasMessageStartingWith(NOT_OURS + problem)
                .hasMessageNotContaining("s3cr3t")
                .hasNoCause();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"id\":\"s3cr3t\",\"uuid\":\"u\" | data.id is missing or of the wrong type",
                "\"id\":{\"s3cr3t\":1},\"uuid\":\"u\" | data.id is missing or of the wrong type",
                "\"id\":0,\"uuid\":\"u\" | a field of data is missing or of the wrong type (id is missing or not positive)",
                "\"uuid\":\"s3cr3t\" | a field of data is missing or of the wrong type (id is missing or not positive)",
                "\"id\":1 | a field of data is missing or of the wrong type (uuid)",
                "\"id\":1,\"uuid\":null | a field of data is missing or of the wrong type (uuid)",
                "\"id\":1,\"uuid\":7 | data.uuid is missing or of the wrong type",
                "\"id\":1,\"uuid\":\" \" | data.uuid is missing or of the wrong type",
                "\"id\":1,\"uuid\":\"s3cr3t\\u0007\" | data.uuid is missing or of the wrong type",
                "\"id\":1,\"uuid\":[\"s3cr3t\"] | data.uuid is missing or of the wrong type",
                "\"id\":1,\"uuid\":\"u\",\"title\":{\"s3cr3t\":1} | data.title is missing or of the wrong type",
                "\"id\":1,\"uuid\":\"u\",\"max_domains\":\"s3cr3t\" | data.max_domains is missing or of the wrong type",
                "\"id\":1,\"uuid\":\"u\",\"status\":1 | data.status is missing or of the wrong type",
                "\"id\":1,\"uuid\":\"u\",\"max_domains\":99999999999 | data.max_domains is missing or of the wrong type",
                "\"id\":99999999999999999999,\"uuid\":\"u\" | data.id is missing or of the wrong type"
            })
    void namesAFieldOfTheWrongTypeWithoutItsValue(String fields, String problem) {
        assertThatThrownBy(() -> readData(Operation.LICENSE_GET, License.class, "{" + fields + "}"))
                .isInstanceOf(ProtocolException.class)
                .hasMessage(NOT_OURS + problem)
                .hasMessageNotContaining("s3cr3t")
                .hasNoCause();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | data contains no list",
                "{\"data\":{}} | the list in data is not a list",
                "{\"data\":null} | the list in data is not a list",
                "{\"data\":[1]} | row 0 of the list is not an object",
                "{\"data\":[{\"id\":1,\"uuid\":\"u\"},null]} | row 1 of the list is not an object",
                "{\"data\":[[]]} | row 0 of the list is not an object",
                "{\"data\":[],\"next_cursor\":1} | next_cursor is not a string",
                "{\"data\":[],\"next_cursor\":{\"s3cr3t\":1}} | next_cursor is not a string",
                "[] | data is not an object"
            })
    void rejectsAListOfTheWrongForm(String data, String problem) {
        assertThatThrownBy(() -> readPage(Operation.LICENSE_LIST, data))
                .isInstanceOf(ProtocolException.class)
                .hasMessage("license.list received an invalid response: " + problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void rejectsTenThousandLevelsOfNesting(String level) {
        String deep = level.repeat(10_000);
        for (String body : new String[] {
            deep,
            "{\"ignored\":" + deep,
            "{\"data\":" + deep,
            "{\"data\":{\"id\":1,\"name\":\"A\",\"slug\":\"a\",\"meta\":{\"a\":" + deep,
            "{\"data\":{\"ignored\":" + deep
        }) {
            assertThatThrownBy(() -> read(Operation.PROJECT_GET, body)).isInstanceOf(ProtocolException.class);
            assertThat(Responses.failure(Operation.PROJECT_GET, 503, body)).isInstanceOf(ServerException.class);
        }
        assertThatThrownBy(() -> read(Operation.PROJECT_DELETE, "{\"a\":" + deep))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("nested too deeply");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e-999999999", "1E2147483648", "0.1e400"})
    void hugeExponentsAreNotExpanded(String number) {
        assertThatThrownBy(
                        () -> readData(Operation.LICENSE_GET, License.class, "{\"id\":" + number + ",\"uuid\":\"u\"}"))
                .isInstanceOf(ProtocolException.class);
        assertThat(readData(
                                Operation.PROJECT_GET,
                                Project.class,
                                "{\"id\":1,\"name\":\"A\",\"slug\":\"a\",\"meta\":{\"n\":" + number + "}}")
                        .meta())
                .containsKey("n");
    }

    @Test
    void rejectsANumberOfManyDigits() {
        assertThatThrownBy(() -> readData(
                        Operation.PROJECT_GET,
                        Project.class,
                        "{\"id\":1,\"name\":\"A\",\"slug\":\"a\",\"meta\":{\"n\":" + "9".repeat(101) + "}}"))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("a number, name or string is too long");
    }

    @Test
    void rejectsALongName() {
        assertThatThrownBy(() -> read(Operation.PROJECT_GET, "{\"" + "n".repeat(50_000) + "\":1}"))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("a number, name or string is too long");
    }

    @Test
    void acceptsAStringAsLongAsTheResponse() {
        String payload = "c".repeat(30 * 1024 * 1024);

        assertThat(readData(
                                Operation.INJECTABLE_GET,
                                Injectable.class,
                                "{\"id\":1,\"slug\":\"a\",\"type\":\"html\",\"mode\":\"write\",\"content\":\"" + payload
                                        + "\"}")
                        .content())
                .isNotNull()
                .hasToString("EncryptedContent[" + payload.length() + " characters]");
    }

    @ParameterizedTest
    @CsvSource({
        "LICENSE_GET, '{\"data\":{\"id\":1,\"title\":\"', x",
        "LICENSE_GET, '{\"ignored\":\"', x",
        "LICENSE_GET, '{\"ignored\":[', '1,'",
        "LICENSE_GET, '', ' '",
        "LICENSE_LIST, '{\"data\":{\"data\":[', '{\"id\":1,\"uuid\":\"u\"},'",
        "LICENSE_REVOKE, '{\"ignored\":[', '1,'",
        "INJECTABLE_STREAM, '{\"data\":{\"injectables\":[', '{\"slug\":\"a\",\"type\":\"b\",\"mode\":\"c\"},'"
    })
    void stopsReadingAsSoonAsTheResponseIsTooLarge(Operation operation, String start, String filler) {
        int limit = 1024 * 1024;
        ResponseReader reader = new ResponseReader(DevPayrConfig.builder()
                .domain("d")
                .maxPayloadResponseBytes(limit)
                .build());
        Flood flood = new Flood(start, filler, 200L * 1024 * 1024);

        assertThatThrownBy(() -> Responses.read(reader, operation, 200, flood))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("more than " + limit + " bytes, which is the configured limit");
        assertThat(flood.given).isBetween((long) limit, (long) limit + READ_AHEAD);
    }

    @Test
    void stopsReadingAnErrorThatIsTooLarge() {
        Flood flood = new Flood("{\"message\":\"", "x", 200L * 1024 * 1024);

        assertThatThrownBy(() -> read(Operation.LICENSE_GET, 403, flood))
                .isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.serverMessage())
                        .isNull());
        assertThat(flood.given).isLessThanOrEqualTo(1024 * 1024 + READ_AHEAD);
    }

    @Test
    void readsAResponseOfExactlyTheLimit() {
        String body = "{\"data\":{\"id\":1,\"uuid\":\"u\"}}";
        ResponseReader reader = new ResponseReader(DevPayrConfig.builder()
                .domain("d")
                .maxResponseBytes(body.length())
                .build());

        assertThat(Responses.read(reader, Operation.LICENSE_GET, 200, bytes(body)))
                .isInstanceOf(License.class);
        assertThatThrownBy(() -> Responses.read(reader, Operation.LICENSE_GET, 200, bytes(body + " ")))
                .hasMessageContaining("more than " + body.length() + " bytes");
    }

    @Test
    void aBrokenStreamIsAnIoException() {
        IOException broken = new IOException("reset");
        for (String start : new String[] {"", "{\"data\":{\"id\":1"}) {
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() ->
                            read(Operation.LICENSE_GET, 200, new SequenceInputStream(bytes(start), new Broken(broken))))
                    .withCause(broken);
        }
    }

    @Test
    void anErrorWithABrokenBodyIsStillAnApiException() {
        assertThatThrownBy(() -> read(
                        Operation.LICENSE_GET,
                        403,
                        new SequenceInputStream(bytes("{\"message\":"), new Broken(new IOException("reset")))))
                .isInstanceOf(ApiException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32BE", "ISO-8859-1"})
    void rejectsBytesThatAreNotUtf8(String charset) {
        byte[] bytes = "{\"data\":{\"id\":1,\"uuid\":\"é\"".getBytes(Charset.forName(charset));
        byte[] broken = Arrays.copyOf(bytes, bytes.length + 5);
        Arrays.fill(broken, bytes.length, broken.length, (byte) 0xFF);

        assertThatThrownBy(() -> read(Operation.LICENSE_GET, 200, new ByteArrayInputStream(broken)))
                .isInstanceOf(ProtocolException.class);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A body that is generated while it is read, and counts the bytes that were read. */
    private static final class Flood extends InputStream {
        private final byte[] start;
        private final byte[] filler;
        private final long size;
        private long given;

        Flood(String start, String filler, long size) {
            this.start = start.getBytes(StandardCharsets.UTF_8);
            this.filler = filler.getBytes(StandardCharsets.UTF_8);
            this.size = size;
        }

        @Override
        public int read() {
            return given == size ? -1 : next();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            int count = (int) Math.min(length, size - given);
            for (int i = 0; i < count; i++) {
                bytes[offset + i] = next();
            }
            return count == 0 && length > 0 ? -1 : count;
        }

        private byte next() {
            long at = given++;
            return at < start.length ? start[(int) at] : filler[(int) ((at - start.length) % filler.length)];
        }
    }

    private static final class Broken extends InputStream {
        private final IOException failure;

        Broken(IOException failure) {
            this.failure = failure;
        }

        @Override
        public int read() throws IOException {
            throw failure;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            throw failure;
        }
    }
}
