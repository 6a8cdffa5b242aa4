/* What a process does to the files of one folder: written down in order, and made to fail or to end
   the process at the n-th of it. Loaded with LD_PRELOAD; begun by `shim_begin`, or by the variables
   SHIM_FOLDER, SHIM_LOG and SHIM_FULL_WHILE. The log is a row of records: `struct head`, the path, the bytes.
   Where SHIM_LOG ends with a slash, each process has a log of its own in that folder, so that one that is
   killed in the middle of a record takes no other's with it.

   C created  O opened  T cut to nothing  W written  F cut or lengthened  S synced  Y folder synced
   U unlinked  R renamed  L linked  M folder made  D folder removed  X tried in vain  A acknowledged

   An acknowledgement is whatever the process writes to its output, descriptor 1. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define MOST 4096
#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

struct head { char op; char pad[3]; uint32_t path; int64_t at; int64_t size; uint64_t inode; };
struct file { char *path; uint64_t inode; int is_folder; };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct file files[MOST];
static char folder[4096];
static size_t folder_length;
static int log_to = -1;
static long count, wanted;
static char act;   /* b kill before, h kill in the middle, a kill after, f fail once, s fail on */
static int fault;
static const char *full_while;   /* a file while which is there, the disk is full */

void shim_begin(const char *where, const char *log, long at, char how, int number) {
    snprintf(folder, sizeof folder, "%s", where);
    folder_length = strlen(folder);
    count = 0, wanted = at, act = how, fault = number;
    log_to = log ? syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600) : -1;
}

__attribute__((constructor)) static void begin(void) {
    const char *where = getenv("SHIM_FOLDER");
    const char *log = getenv("SHIM_LOG");
    char own[MOST];
    if (log && *log && log[strlen(log) - 1] == '/') {
        snprintf(own, sizeof own, "%s%d", log, getpid());
        log = own;
    }
    if (where) shim_begin(where, log, 0, 0, 0);
    full_while = getenv("SHIM_FULL_WHILE");
}

static void put(const void *data, size_t size) {
    const char *from = data;
    while (size > 0) {
        ssize_t done = syscall(SYS_write, log_to, from, size);
        if (done <= 0) abort();
        from += done, size -= done;
    }
}

static void record(char op, const char *path, int64_t at, const void *data, int64_t size, uint64_t inode) {
    if (log_to < 0) return;
    int kept = errno;
    struct head head = {op, {0}, strlen(path), at, size, inode};
    pthread_mutex_lock(&lock);
    put(&head, sizeof head);
    put(path, head.path);
    if (data) put(data, size);
    pthread_mutex_unlock(&lock);
    errno = kept;
}

static int is_ours(const char *path) {
    if (!folder_length || !path || path[0] != '/') return 0;
    size_t length = strlen(path);
    if (length > 4 && !strcmp(path + length - 4, "-shm")) return 0;
    if (!strncmp(path, "/dev/", 5) || !strncmp(path, "/proc/", 6)) return 0;
    return !strncmp(path, folder, folder_length);
}

static struct file *file_of(int fd) {
    return fd >= 0 && fd < MOST && files[fd].path ? &files[fd] : NULL;
}

static void die(void) { kill(getpid(), SIGKILL); for (;;) pause(); }

/* Count one thing that is about to be done; 1 if it is to fail. */
static int fails(void) {
    long mine = __atomic_add_fetch(&count, 1, __ATOMIC_SEQ_CST);
    if (full_while && !syscall(SYS_faccessat, AT_FDCWD, full_while, F_OK)) { errno = ENOSPC; return 1; }
    if (!wanted || mine < wanted) return 0;
    if (mine == wanted && act == 'b') die();
    if ((mine == wanted && act == 'f') || act == 's') { errno = fault; return 1; }
    return 0;
}

static int is_now(char how) { return wanted && count == wanted && act == how; }

#define AFTER() do { if (is_now('a') || is_now('h')) die(); } while (0)
#define OUTCOME(ok, op, path, at, data, size, inode) \
    do { record((ok) ? (op) : 'X', path, at, (ok) ? (data) : NULL, (ok) ? (size) : 0, inode); AFTER(); } while (0)

static void opened(int fd, const char *path, int flags, int is_new) {
    struct stat found;
    if (fd < 0 || fd >= MOST || fstat(fd, &found)) return;
    free(files[fd].path);
    files[fd].path = NULL;
    if (!is_ours(path)) return;
    files[fd] = (struct file){strdup(path), found.st_ino, S_ISDIR(found.st_mode)};
    record(is_new ? 'C' : 'O', path, 0, NULL, 0, found.st_ino);
    if (flags & O_TRUNC && !is_new) record('T', path, 0, NULL, 0, found.st_ino);
}

static int open_with(int (*real)(const char *, int, ...), const char *path, int flags, mode_t mode) {
    int is_new = is_ours(path) && flags & O_CREAT && syscall(SYS_faccessat, AT_FDCWD, path, F_OK);
    if (is_new && fails()) return -1;
    int fd = real(path, flags, mode);
    opened(fd, path, flags, is_new && fd >= 0);
    if (is_new) {
        if (fd < 0) record('X', path, 0, NULL, 0, 0);
        AFTER();
    }
    return fd;
}

#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        mode_t mode = 0; \
        if (flags & (O_CREAT | O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, int); va_end(rest); } \
        return open_with(REAL(name), path, flags, mode); \
    }
OPEN(open)
OPEN(open64)

#define OPEN_AT(name) \
    int name(int at, const char *path, int flags, ...) { \
        mode_t mode = 0; \
        if (flags & (O_CREAT | O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, int); va_end(rest); } \
        int is_new = is_ours(path) && flags & O_CREAT && syscall(SYS_faccessat, AT_FDCWD, path, F_OK); \
        int fd = REAL(name)(at, path, flags, mode); \
        opened(fd, path, flags, is_new && fd >= 0); \
        return fd; \
    }
OPEN_AT(openat)
OPEN_AT(openat64)

int close(int fd) {
    if (fd == log_to && fd >= 0) { errno = EBADF; return -1; }
    if (fd >= 0 && fd < MOST) { free(files[fd].path); files[fd].path = NULL; }
    return REAL(close)(fd);
}

#define WRITE_AT(name, offset) \
    ssize_t name(int fd, const void *data, size_t size, offset at) { \
        struct file *file = file_of(fd); \
        if (!file) return REAL(name)(fd, data, size, at); \
        if (fails()) return -1; \
        ssize_t done = REAL(name)(fd, data, is_now('h') ? size / 2 : size, at); \
        OUTCOME(done >= 0, 'W', file->path, at, data, done, file->inode); \
        return done; \
    }
WRITE_AT(pwrite, off_t)
WRITE_AT(pwrite64, off64_t)

ssize_t write(int fd, const void *data, size_t size) {
    struct file *file = file_of(fd);
    if (!file) {
        ssize_t done = REAL(write)(fd, data, size);
        if (fd == 1 && done > 0) record('A', "", 0, data, done, 0);
        return done;
    }
    if (fails()) return -1;
    off_t at = lseek(fd, 0, fcntl(fd, F_GETFL) & O_APPEND ? SEEK_END : SEEK_CUR);
    ssize_t done = REAL(write)(fd, data, is_now('h') ? size / 2 : size);
    OUTCOME(done >= 0, 'W', file->path, at, data, done, file->inode);
    return done;
}

#define SYNC(name) \
    int name(int fd) { \
        struct file *file = file_of(fd); \
        if (!file) return REAL(name)(fd); \
        if (fails()) return -1; \
        int done = REAL(name)(fd); \
        OUTCOME(!done, file->is_folder ? 'Y' : 'S', file->path, 0, NULL, 0, file->inode); \
        return done; \
    }
SYNC(fsync)
SYNC(fdatasync)

#define CUT(name, offset) \
    int name(int fd, offset size) { \
        struct file *file = file_of(fd); \
        if (!file) return REAL(name)(fd, size); \
        if (fails()) return -1; \
        int done = REAL(name)(fd, size); \
        OUTCOME(!done, 'F', file->path, size, NULL, 0, file->inode); \
        return done; \
    }
CUT(ftruncate, off_t)
CUT(ftruncate64, off64_t)

#define ONE_NAME(name, op, parameters, arguments) \
    int name parameters { \
        if (!is_ours(path)) return REAL(name) arguments; \
        if (fails()) return -1; \
        int done = REAL(name) arguments; \
        OUTCOME(!done, op, path, 0, NULL, 0, 0); \
        return done; \
    }
ONE_NAME(unlink, 'U', (const char *path), (path))
ONE_NAME(rmdir, 'D', (const char *path), (path))
ONE_NAME(mkdir, 'M', (const char *path, mode_t mode), (path, mode))

#define TWO_NAMES(name, op) \
    int name(const char *from, const char *to) { \
        if (!is_ours(from) && !is_ours(to)) return REAL(name)(from, to); \
        if (fails()) return -1; \
        int done = REAL(name)(from, to); \
        char both[8200]; \
        snprintf(both, sizeof both, "%s\n%s", from, to); \
        OUTCOME(!done, op, both, 0, NULL, 0, 0); \
        return done; \
    }
TWO_NAMES(rename, 'R')
TWO_NAMES(link, 'L')
