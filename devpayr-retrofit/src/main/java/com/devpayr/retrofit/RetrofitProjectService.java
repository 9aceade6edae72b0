package com.devpayr.retrofit;

import com.devpayr.operation.Calls;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.project.Project;
import com.devpayr.project.ProjectDraft;
import com.devpayr.project.ProjectService;
import com.devpayr.project.ProjectUpdate;
import org.jspecify.annotations.Nullable;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/**
 * The vendor's projects over Retrofit.
 *
 * <p>Public for Retrofit alone, which calls the default methods of public interfaces only; what is offered is the port.
 */
public interface RetrofitProjectService extends ProjectService {
    @Override
    @GET("projects")
    Page<Project> list(@Tag PageRequest page);

    @Override
    @GET("project/{project}")
    Project get(@Path("project") long projectId);

    @Override
    @POST("project")
    Project create(@Tag ProjectDraft draft);

    @Override
    @PATCH("project/{project}")
    Project update(@Path("project") long projectId, @Tag ProjectUpdate update);

    @Override
    default void delete(long projectId) {
        deleted(projectId);
    }

    /** What {@link #delete} sends; returns null. */
    @Calls(Operation.PROJECT_DELETE)
    @DELETE("project/{project}")
    @Nullable
    Void deleted(@Path("project") long projectId);
}
