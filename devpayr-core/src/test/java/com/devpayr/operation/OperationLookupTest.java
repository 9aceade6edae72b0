package com.devpayr.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.project.Project;
import com.devpayr.project.ProjectService;
import com.devpayr.project.ProjectUpdate;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class OperationLookupTest {
    @Test
    void findsTheOperationOfAnOverridingMethod() throws NoSuchMethodException {
        assertThat(Operation.of(Annotated.class.getMethod("get", long.class))).isEqualTo(Operation.PROJECT_GET);
    }

    @Test
    void findsTheOperationThroughSeveralInterfaces() throws NoSuchMethodException {
        assertThat(Operation.of(Further.class.getMethod("get", long.class))).isEqualTo(Operation.PROJECT_GET);
    }

    @Test
    void findsTheOperationOfAnImplementation() throws NoSuchMethodException {
        assertThat(Operation.of(Base.class.getMethod("get", long.class))).isEqualTo(Operation.PROJECT_GET);
    }

    @Test
    void findsNoOperationForAnOverload() throws NoSuchMethodException {
        assertThat(Operation.of(Annotated.class.getMethod("get", String.class))).isNull();
    }

    @Test
    void findsNoOperationForOtherMethods() throws NoSuchMethodException {
        assertThat(Operation.of(Object.class.getMethod("toString"))).isNull();
        assertThat(Operation.of(ProjectService.class.getMethod("listAll"))).isNull();
    }

    interface Annotated extends ProjectService {
        @Override
        Project get(long projectId);

        Project get(String name);
    }

    interface Further extends Annotated {
        @Override
        Project get(long projectId);
    }

    abstract static class Base implements ProjectService {
        @Override
        public Project get(long projectId) {
            return update(projectId, ProjectUpdate.builder().build());
        }
    }

    /** A new class loader creates a class that is not in the cache. */
    @Test
    void findsTheOperationOfANewProxyClass() throws NoSuchMethodException {
        ClassLoader anew = new ClassLoader(ProjectService.class.getClassLoader()) {};
        Class<?> proxy = Proxy.newProxyInstance(
                        anew, new Class<?>[] {Runnable.class, ProjectService.class}, (self, method, given) -> null)
                .getClass();

        assertThat(Operation.of(proxy.getMethod("get", long.class))).isEqualTo(Operation.PROJECT_GET);
        assertThat(Operation.of(proxy.getMethod("run"))).isNull();
    }
}
