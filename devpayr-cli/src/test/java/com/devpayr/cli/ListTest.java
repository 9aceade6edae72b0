package com.devpayr.cli;

import static com.devpayr.testkit.assertj.DevPayrAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.cli.Program.Result;
import com.devpayr.operation.Operation;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the pages of lists. */
class ListTest {
    private final InMemoryDevPayr fake = Program.platform();
    private final Program devpayr = Program.inMemory(fake);

    @BeforeEach
    void createLicenses() {
        FakeProject acme = fake.project("Acme");
        for (int i = 1; i <= 120; i++) {
            acme.license("License " + i);
        }
        fake.clearRequests();
    }

    @Test
    void showsTheFirstPageAndHowToGetTheNext() {
        Result first = devpayr.run("licenses", "list", "1");

        assertThat(first.out()).hasLineCount(21).contains("License 120", "License 101");
        assertThat(first.err()).startsWith("devpayr: There are more rows. Add --all, or --cursor ");
        String cursor = first.err().replaceAll("(?s).*--cursor (\\S+)\\.\n", "$1");
        assertThat(devpayr.run("licenses", "list", "1", "--page-size", "2", "--cursor", cursor)
                        .out())
                .hasLineCount(3)
                .contains("License 100", "License 99");
        assertThat(fake).receivedExactly(Operation.LICENSE_LIST, Operation.LICENSE_LIST);
    }

    @Test
    void listsAllPages() {
        assertThat(devpayr.output("licenses", "list", "1", "--all", "-q")).hasLineCount(120);
        assertThat(fake).receivedExactly(Operation.LICENSE_LIST, Operation.LICENSE_LIST, Operation.LICENSE_LIST);
    }

    @Test
    void requestsNoFurtherPageWhenTheOutputIsClosed() {
        TestTerminal closed = TestTerminal.writingTo(new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("Broken pipe");
            }
        });

        assertThat(devpayr.on(closed).run("licenses", "list", "1", "--all").status())
                .isZero();

        assertThat(fake).receivedExactly(Operation.LICENSE_LIST);
    }

    @Test
    void anEmptyListHasAHeadingForPeopleAndNoRows() {
        assertThat(devpayr.output("domains", "list", "1"))
                .startsWith("ID  DOMAIN")
                .hasLineCount(1);
        assertThat(devpayr.output("domains", "list", "1", "--json")).isEmpty();
    }
}
