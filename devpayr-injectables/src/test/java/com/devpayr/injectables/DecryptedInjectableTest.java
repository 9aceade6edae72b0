package com.devpayr.injectables;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import org.junit.jupiter.api.Test;

class DecryptedInjectableTest {
    private static DecryptedInjectable.Builder builder() {
        return DecryptedInjectable.builder("banner", InjectableType.HTML, InjectableMode.INJECT);
    }

    @Test
    void hasTheValuesOfItsBuilder() {
        DecryptedInjectable injectable = builder()
                .targetPath("banner.html")
                .text("caf\u00e9")
                .signed(false)
                .build();

        assertThat(injectable.slug()).isEqualTo("banner");
        assertThat(injectable.type()).isEqualTo(InjectableType.HTML);
        assertThat(injectable.mode()).isEqualTo(InjectableMode.INJECT);
        assertThat(injectable.targetPath()).isEqualTo("banner.html");
        assertThat(injectable.text()).isEqualTo("caf\u00e9");
        assertThat(injectable.size()).isEqualTo(5);
        assertThat(injectable.signed()).isFalse();
    }

    @Test
    void isEmptyAndSignedByDefault() {
        DecryptedInjectable injectable = builder().build();

        assertThat(injectable.targetPath()).isNull();
        assertThat(injectable.content()).isEmpty();
        assertThat(injectable.signed()).isTrue();
    }

    @Test
    void copiesItsContent() {
        byte[] content = {1, 2};
        DecryptedInjectable injectable = builder().content(content).build();
        content[0] = 9;
        injectable.content()[1] = 9;

        assertThat(injectable.content()).containsExactly(1, 2);
    }
}
