package com.devpayr.retrofit;

import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.project.AsyncProjectService;
import com.devpayr.project.Project;
import com.devpayr.project.ProjectDraft;
import com.devpayr.project.ProjectUpdate;
import java.util.concurrent.CompletableFuture;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/** {@link AsyncProjectService} as Retrofit reads it. */
interface RetrofitAsyncProjectService extends AsyncProjectService {
    @Override
    @GET("projects")
    CompletableFuture<Page<Project>> list(@Tag PageRequest page);

    @Override
    @GET("project/{project}")
    CompletableFuture<Project> get(@Path("project") long projectId);

    @Override
    @POST("project")
    CompletableFuture<Project> create(@Tag ProjectDraft draft);

    @Override
    @PATCH("project/{project}")
    CompletableFuture<Project> update(@Path("project") long projectId, @Tag ProjectUpdate update);

    @Override
    @DELETE("project/{project}")
    CompletableFuture<Void> delete(@Path("project") long projectId);
}
